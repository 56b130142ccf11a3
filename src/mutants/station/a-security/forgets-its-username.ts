import type { StationMutant } from '../types.ts';

/** The first connection is opened with the right user name; it is not kept for the ones after a reboot. */
export const forgetsItsUsername: StationMutant = {
  name: 'forgets-its-username',
  role: 'station',
  requirement: 'A00.FR.204',
  cases: [{ id: 'TC_A_01_CS', check: 'TC_A_01_CS/2-makes-connection-attempt' }],
  harmless: 'TC_A_07_CS',
  apply: (parts) => {
    let connections = 0;
    return {
      ...parts,
      connection: {
        ...parts.connection,
        credentials: (identity, password) => {
          connections += 1;
          const honest = parts.connection.credentials(identity, password);
          return connections === 1 ? honest : { ...honest, username: 'charger' };
        },
      },
    };
  },
};
