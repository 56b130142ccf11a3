import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** The user name is compared, the password is not. */
export const acceptsAnyPassword: CsmsMutant = {
  name: 'accepts-any-password',
  role: 'csms',
  requirement: 'A00.FR.207',
  cases: [{ id: 'TC_A_03_CSMS', check: 'TC_A_03_CSMS/2-refuses-connection' }],
  harmless: 'TC_A_02_CSMS',
  apply: admitting(() => ({ basicAuth: ({ identity }, username) => username === identity })),
};
