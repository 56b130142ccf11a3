import { overlooking } from '../laying/csms-certificate.ts';
import type { StationMutant } from '../types.ts';

/** The end of validity of the CSMS certificate is not looked at. */
export const acceptsExpiredCsmsCertificate: StationMutant = {
  name: 'accepts-expired-csms-certificate',
  role: 'station',
  requirement: 'A00.FR.311',
  cases: [{ id: 'TC_A_05_CS', check: 'TC_A_05_CS/6-makes-connection-attempt' }],
  harmless: 'TC_A_04_CS',
  apply: overlooking((reason) => /expired on/.test(reason)),
};
