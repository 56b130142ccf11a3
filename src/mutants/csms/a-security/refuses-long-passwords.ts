import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** A BasicAuthPassword of more than 20 characters is refused, right or not. */
export const refusesLongPasswords: CsmsMutant = {
  name: 'refuses-long-passwords',
  role: 'csms',
  requirement: 'A00.FR.205',
  cases: [{ id: 'TC_A_01_CSMS', check: 'TC_A_01_CSMS/2-accepts-connection' }],
  harmless: 'TC_A_07_CSMS',
  apply: admitting(({ basicAuth }) => ({
    basicAuth: (record, username, password) => password.length <= 20 && basicAuth(record, username, password),
  })),
};
