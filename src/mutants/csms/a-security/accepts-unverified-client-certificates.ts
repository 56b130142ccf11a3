import { admitting } from '../laying/connection.ts';
import type { CsmsMutant } from '../types.ts';

/** The path and the validity of a client certificate are not looked at; whose it is, still is. */
export const acceptsUnverifiedClientCertificates: CsmsMutant = {
  name: 'accepts-unverified-client-certificates',
  role: 'csms',
  requirement: 'A00.FR.407',
  cases: [{ id: 'TC_A_08_CSMS', check: 'TC_A_08_CSMS/2-refuses-connection' }],
  harmless: 'TC_A_07_CSMS',
  apply: admitting(({ tls }) => ({ tls: (options, profile) => ({ ...tls(options, profile), anyClient: true }) })),
};
