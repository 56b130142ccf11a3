import type { Requests } from '../../../ocpp/index.ts';
import { changingRequest } from '../laying/requests.ts';
import type { Defect, StationMutant } from '../types.ts';

type Notice = Requests['FirmwareStatusNotification'];

/** The end state is told, and then, as if a trigger had come, that the download goes on. */
const goesOn: Defect = (parts) => {
  let over = false;
  return changingRequest('FirmwareStatusNotification', (notice): Notice => {
    if (notice.status !== 'InvalidSignature') return notice;
    if (over) return { ...notice, status: 'Downloading' };
    over = true;
    void parts.handlers.TriggerMessage?.({ requestedMessage: 'FirmwareStatusNotification' });
    return notice;
  })(parts);
};

/** InvalidSignature is an end state, and the update goes on. */
export const downloadsAfterAnInvalidSignature: StationMutant = {
  name: 'downloads-after-an-invalid-signature',
  role: 'station',
  requirement: 'L01.FR.01',
  cases: [{ id: 'TC_L_06_CS', check: 'monitor/firmware-status' }],
  harmless: 'TC_K_08_CS',
  apply: goesOn,
};
