import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** No client certificate is good enough, the right one neither. */
export const refusesClientCertificates: CsmsMutant = {
  name: 'refuses-client-certificates',
  role: 'csms',
  requirement: 'A00.FR.405',
  cases: [{ id: 'TC_A_07_CSMS', check: 'TC_A_07_CSMS/2-accepts-connection' }],
  harmless: 'TC_A_04_CSMS',
  apply: admitting(() => ({ clientCertificate: () => 'the certificate is of nobody known here' })),
};
