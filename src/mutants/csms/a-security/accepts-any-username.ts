import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** The password is compared, the user name is not. */
export const acceptsAnyUsername: CsmsMutant = {
  name: 'accepts-any-username',
  role: 'csms',
  requirement: 'A00.FR.204',
  cases: [{ id: 'TC_A_02_CSMS', check: 'TC_A_02_CSMS/2-refuses-connection' }],
  harmless: 'TC_A_03_CSMS',
  apply: admitting(({ basicAuth }) => ({
    basicAuth: (record, _username, password) => basicAuth(record, record.identity, password),
  })),
};
