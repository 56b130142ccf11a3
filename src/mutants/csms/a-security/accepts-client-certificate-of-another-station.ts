import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** Whose client certificate it is does not matter. */
export const acceptsClientCertificateOfAnotherStation: CsmsMutant = {
  name: 'accepts-client-certificate-of-another-station',
  role: 'csms',
  requirement: 'A00.FR.405',
  cases: [{ id: 'TC_A_08_CSMS', check: 'TC_A_08_CSMS/2-refuses-connection' }],
  harmless: 'TC_A_07_CSMS',
  apply: admitting(() => ({ clientCertificate: () => undefined })),
};
