import { changingProfile } from '../laying/profiles.ts';
import type { CsmsMutant } from '../types.ts';

/** A TxProfile does not say which transaction it is for. */
export const namesNoTransaction: CsmsMutant = {
  name: 'names-no-transaction',
  role: 'csms',
  requirement: 'K01.FR.03',
  cases: [{ id: 'TC_K_60_CSMS', check: 'TC_K_60_CSMS/3-sends-set-charging-profile-request' }],
  harmless: 'TC_K_01_CSMS',
  apply: changingProfile(({ transactionId: _told, ...profile }) => profile),
};
