import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A new root is accepted and not installed. */
export const acceptsAndForgetsARoot: StationMutant = {
  name: 'accepts-and-forgets-a-root',
  role: 'station',
  requirement: 'M05.FR.01',
  cases: [{ id: 'TC_M_01_CS', check: 'TC_M_01_CS/4-responds-get-installed-certificate-ids-response' }],
  harmless: 'TC_E_28_CS',
  apply: serving('InstallCertificate', () => ({ status: 'Accepted' })),
};
