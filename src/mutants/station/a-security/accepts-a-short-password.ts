import type { StationMutant } from '../types.ts';

/** A BasicAuthPassword of fewer than 16 characters is taken. */
export const acceptsAShortPassword: StationMutant = {
  name: 'accepts-a-short-password',
  role: 'station',
  requirement: 'A01.FR.01',
  cases: [{ id: 'TC_A_10_CS', check: 'TC_A_10_CS/2-responds-set-variables-response' }],
  harmless: 'TC_A_09_CS',
  apply: (parts) => ({ ...parts, connection: { ...parts.connection, passwordAcceptable: () => true } }),
};
