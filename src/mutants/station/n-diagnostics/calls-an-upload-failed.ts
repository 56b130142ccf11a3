import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** A log that has arrived is told to have failed. */
export const callsAnUploadFailed: StationMutant = {
  name: 'calls-an-upload-failed',
  role: 'station',
  requirement: 'N01.FR.09',
  cases: [{ id: 'TC_N_25_CS', check: 'TC_N_25_CS/3-sends-in-order' }],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('LogStatusNotification', (notice) =>
    notice.status === 'Uploaded' ? { ...notice, status: 'UploadFailure' } : notice,
  ),
};
