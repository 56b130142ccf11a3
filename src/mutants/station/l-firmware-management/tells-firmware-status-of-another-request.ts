import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The status of an update carries another requestId than the update. */
export const tellsFirmwareStatusOfAnotherRequest: StationMutant = {
  name: 'tells-firmware-status-of-another-request',
  role: 'station',
  requirement: 'L01.FR.10',
  cases: [{ id: 'TC_L_01_CS', check: 'TC_L_01_CS/3-sends-in-order' }],
  harmless: 'TC_K_08_CS',
  apply: changingRequest('FirmwareStatusNotification', ({ requestId, ...notification }) =>
    requestId === undefined ? notification : { ...notification, requestId: requestId + 1 },
  ),
};
