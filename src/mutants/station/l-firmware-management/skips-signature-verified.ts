import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The good signature of a firmware image is not told. */
export const skipsSignatureVerified: StationMutant = {
  name: 'skips-signature-verified',
  role: 'station',
  requirement: 'L01.FR.01',
  cases: [{ id: 'TC_L_01_CS', check: 'TC_L_01_CS/3-sends-in-order' }],
  harmless: 'TC_K_08_CS',
  apply: changingRequest('FirmwareStatusNotification', (notification) =>
    notification.status === 'SignatureVerified' ? undefined : notification,
  ),
};
