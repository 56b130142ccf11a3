import { misnaming } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The refused CSMS certificate is told as a fault of the own certificate. */
export const misnamesInvalidCsmsCertificate: StationMutant = {
  name: 'misnames-invalid-csms-certificate',
  role: 'station',
  requirement: 'A00.FR.310',
  cases: [{ id: 'TC_A_05_CS', check: 'TC_A_05_CS/10-sends-one-or-more-security-event' }],
  harmless: 'TC_A_04_CS',
  apply: misnaming('InvalidCsmsCertificate', 'InvalidChargingStationCertificate'),
};
