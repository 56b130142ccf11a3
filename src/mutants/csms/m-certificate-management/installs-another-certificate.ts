import { changingOrder } from '../laying/orders.ts';
import type { CsmsMutant } from '../types.ts';

/** Another certificate than the one asked for is sent. */
export const installsAnotherCertificate: CsmsMutant = {
  name: 'installs-another-certificate',
  role: 'csms',
  requirement: 'M05.FR.01',
  cases: [{ id: 'TC_M_01_CSMS', check: 'TC_M_01_CSMS/2-sends-install-certificate-request' }],
  harmless: 'TC_M_12_CSMS',
  apply: changingOrder('InstallCertificate', (request, { options }) => {
    const other = options.certificates?.find(({ pem }) => pem.trim() !== request.certificate.trim());
    return { ...request, certificate: other?.pem ?? request.certificate };
  }),
};
