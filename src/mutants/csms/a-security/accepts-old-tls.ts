import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** TLS 1.0 and 1.1 are served. */
export const acceptsOldTls: CsmsMutant = {
  name: 'accepts-old-tls',
  role: 'csms',
  requirement: 'A00.FR.315',
  cases: [{ id: 'TC_A_06_CSMS', check: 'TC_A_06_CSMS/2-refuses-connection' }],
  harmless: 'TC_A_04_CSMS',
  apply: admitting(({ tls }) => ({
    tls: (options, profile) => ({ ...tls(options, profile), minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }),
  })),
};
