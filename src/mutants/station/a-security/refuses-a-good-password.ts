import type { StationMutant } from '../types.ts';

/** No new BasicAuthPassword is taken. */
export const refusesAGoodPassword: StationMutant = {
  name: 'refuses-a-good-password',
  role: 'station',
  requirement: 'A01.FR.01',
  cases: [{ id: 'TC_A_09_CS', check: 'TC_A_09_CS/2-responds-set-variables-response' }],
  harmless: 'TC_A_10_CS',
  apply: (parts) => ({ ...parts, connection: { ...parts.connection, passwordAcceptable: () => false } }),
};
