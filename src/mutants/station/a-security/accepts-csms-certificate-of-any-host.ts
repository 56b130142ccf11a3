import { hasWildcard, overlooking } from '../laying/csms-certificate.ts';
import type { StationMutant } from '../types.ts';

/** The certificate of the CSMS may name another host. */
export const acceptsCsmsCertificateOfAnyHost: StationMutant = {
  name: 'accepts-csms-certificate-of-any-host',
  role: 'station',
  requirement: 'A00.FR.309',
  cases: [{ id: 'TC_A_05_CS', check: 'TC_A_05_CS/6-makes-connection-attempt' }],
  harmless: 'TC_A_04_CS',
  apply: overlooking((reason, facts) => /does not name/.test(reason) && !hasWildcard(facts)),
};
