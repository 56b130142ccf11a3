import { changingRequest } from '../laying/requests.ts';
import type { Defect, StationMutant } from '../types.ts';

/** Once the file is there, it is told, as if a trigger had come, that an upload goes on. */
const goesOn: Defect = (parts) =>
  changingRequest('LogStatusNotification', (notice) => {
    if (notice.status === 'Uploaded')
      void parts.handlers.TriggerMessage?.({ requestedMessage: 'LogStatusNotification' });
    return notice;
  })(parts);

/** A single file is to be uploaded, and Uploading follows Uploaded. */
export const uploadsAgainAfterUploaded: StationMutant = {
  name: 'uploads-again-after-uploaded',
  role: 'station',
  requirement: 'N01.FR.02',
  cases: [{ id: 'TC_N_25_CS', check: 'monitor/log-status' }],
  harmless: 'TC_E_28_CS',
  apply: goesOn,
};
