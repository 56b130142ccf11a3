import { changingRequest } from '../laying/requests.ts';
import type { Defect, StationMutant } from '../types.ts';

/** Says Uploading, and at once again. */
const again: Defect = (parts) => {
  let told = false;
  return changingRequest('LogStatusNotification', (notice) => {
    if (notice.status === 'Uploading' && !told) {
      told = true;
      void parts.handlers.TriggerMessage?.({ requestedMessage: 'LogStatusNotification' });
    }
    return notice;
  })(parts);
};

/** Legal: Uploading may be told for each attempt (N01.FR.10). */
export const tellsAnUploadTwice: StationMutant = {
  name: 'tells-an-upload-twice',
  role: 'station',
  requirement: 'N01.FR.08',
  cases: [{ id: 'TC_N_25_CS' }],
  odd: true,
  apply: again,
};
