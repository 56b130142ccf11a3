import { hasWildcard, overlooking } from '../laying/csms-certificate.ts';
import type { StationMutant } from '../types.ts';

/** A wildcard will do although AllowCSMSTLSWildcards is false (errata 2.62). */
export const acceptsWildcardCsmsCertificate: StationMutant = {
  name: 'accepts-wildcard-csms-certificate',
  role: 'station',
  requirement: 'A00.FR.309',
  cases: [{ id: 'TC_A_05_CS', check: 'TC_A_05_CS/6-makes-connection-attempt' }],
  harmless: 'TC_A_04_CS',
  apply: overlooking((reason, facts) => /does not name/.test(reason) && hasWildcard(facts)),
};
