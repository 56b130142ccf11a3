import type { StationMutant } from '../types.ts';

const suites = 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:AES256-GCM-SHA384';

/** One suite of the ECDHE_ECDSA pair and one of the RSA pair, neither pair in full (A00.FR.422 on profile 3). */
export const offersHalfOfEachSuitePair: StationMutant = {
  name: 'offers-half-of-each-suite-pair',
  role: 'station',
  requirement: 'A00.FR.319',
  cases: [
    { id: 'TC_A_04_CS', check: 'TC_A_04_CS/2-makes-connection-attempt' },
    { id: 'TC_A_07_CS', check: 'TC_A_07_CS/2-makes-connection-attempt' },
  ],
  harmless: 'TC_B_06_CS',
  apply: (parts) => ({
    ...parts,
    connection: { ...parts.connection, tls: (options) => ({ ...parts.connection.tls(options), ciphers: suites }) },
  }),
};
