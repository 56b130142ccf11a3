import { misnaming } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The refused signing certificate is told as a refused signature. */
export const misnamesInvalidSigningCertificate: StationMutant = {
  name: 'misnames-invalid-signing-certificate',
  role: 'station',
  requirement: 'L01.FR.02',
  cases: [{ id: 'TC_L_05_CS', check: 'TC_L_05_CS/3-sends-security-event-notification-request' }],
  harmless: 'TC_L_01_CS',
  apply: misnaming('InvalidFirmwareSigningCertificate', 'InvalidFirmwareSignature'),
};
