import { misnaming } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The refused signature is told as a refused signing certificate. */
export const misnamesInvalidSignature: StationMutant = {
  name: 'misnames-invalid-signature',
  role: 'station',
  requirement: 'L01.FR.03',
  cases: [{ id: 'TC_L_06_CS', check: 'TC_L_06_CS/4-sends-in-any-order' }],
  harmless: 'TC_L_01_CS',
  apply: misnaming('InvalidFirmwareSignature', 'InvalidFirmwareSigningCertificate'),
};
