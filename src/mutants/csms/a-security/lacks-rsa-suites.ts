import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** Only the ECDHE_ECDSA suites are served. */
export const lacksRsaSuites: CsmsMutant = {
  name: 'lacks-rsa-suites',
  role: 'csms',
  requirement: 'A00.FR.318',
  cases: [
    { id: 'TC_A_04_CSMS', check: 'TC_A_04_CSMS/2-accepts-connection' },
    { id: 'TC_A_07_CSMS', check: 'TC_A_07_CSMS/2-accepts-connection' },
  ],
  harmless: 'TC_A_06_CSMS',
  apply: admitting(({ tls }) => ({
    tls: (options, profile) => ({
      ...tls(options, profile),
      ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384',
    }),
  })),
};
