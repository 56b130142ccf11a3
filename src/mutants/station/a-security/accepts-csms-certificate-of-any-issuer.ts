import { overlooking } from '../laying/csms-certificate.ts';
import type { StationMutant } from '../types.ts';

/** The certificate of the CSMS needs no installed root. */
export const acceptsCsmsCertificateOfAnyIssuer: StationMutant = {
  name: 'accepts-csms-certificate-of-any-issuer',
  role: 'station',
  requirement: 'A00.FR.311',
  cases: [{ id: 'TC_A_05_CS', check: 'TC_A_05_CS/6-makes-connection-attempt' }],
  harmless: 'TC_A_04_CS',
  apply: overlooking((reason) => /no installed root|the signature of/.test(reason)),
};
