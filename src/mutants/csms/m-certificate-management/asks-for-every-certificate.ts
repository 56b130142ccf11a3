import { changingOrder } from '../laying/orders.ts';
import type { CsmsMutant } from '../types.ts';

/** The type of the certificates asked for is left out. */
export const asksForEveryCertificate: CsmsMutant = {
  name: 'asks-for-every-certificate',
  role: 'csms',
  requirement: 'M03.FR.01',
  cases: [{ id: 'TC_M_12_CSMS', check: 'TC_M_12_CSMS/2-sends-get-installed-certificate-ids-request' }],
  harmless: 'TC_M_01_CSMS',
  apply: changingOrder('GetInstalledCertificateIds', ({ certificateType: _asked, ...request }) => request),
};
