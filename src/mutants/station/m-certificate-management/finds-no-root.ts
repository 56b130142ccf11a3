import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** Whatever is installed, nothing is found. */
export const findsNoRoot: StationMutant = {
  name: 'finds-no-root',
  role: 'station',
  requirement: 'M03.FR.03',
  cases: [{ id: 'TC_M_12_CS', check: 'TC_M_12_CS/3-responds-get-installed-certificate-ids-response' }],
  harmless: 'TC_E_28_CS',
  apply: serving('GetInstalledCertificateIds', () => ({ status: 'NotFound' })),
};
