import { overlooking } from '../laying/csms-certificate.ts';
import type { StationMutant } from '../types.ts';

/** The begin of validity of the CSMS certificate is not looked at. */
export const acceptsPrematureCsmsCertificate: StationMutant = {
  name: 'accepts-premature-csms-certificate',
  role: 'station',
  requirement: 'A00.FR.311',
  cases: [{ id: 'TC_A_05_CS', check: 'TC_A_05_CS/6-makes-connection-attempt' }],
  harmless: 'TC_A_04_CS',
  apply: overlooking((reason) => /is not yet valid/.test(reason)),
};
