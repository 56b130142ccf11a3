import type { CsmsMutant } from '../types.ts';

/** Everything is answered, whatever the boot was answered. */
export const servesStationsItHasNotAccepted: CsmsMutant = {
  name: 'serves-stations-it-has-not-accepted',
  role: 'csms',
  requirement: 'B02.FR.09',
  cases: [{ id: 'TC_B_30_CSMS', check: 'TC_B_30_CSMS/5-responds-callerror' }],
  harmless: 'TC_B_01_CSMS',
  apply: (parts) => ({ ...parts, boot: { ...parts.boot, mayHandleBeforeAccepted: () => true } }),
};
