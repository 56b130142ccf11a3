import type { StationMutant } from '../types.ts';

/** TLS 1.0 and 1.1 are good enough. */
export const speaksOldTls: StationMutant = {
  name: 'speaks-old-tls',
  role: 'station',
  requirement: 'A00.FR.316',
  cases: [{ id: 'TC_A_06_CS', check: 'TC_A_06_CS/4-makes-in-order' }],
  harmless: 'TC_A_04_CS',
  apply: (parts) => ({
    ...parts,
    connection: {
      ...parts.connection,
      tls: (options) => ({ ...parts.connection.tls(options), minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    },
  }),
};
