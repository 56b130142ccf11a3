import type { StationMutant } from '../types.ts';

/** The new BasicAuthPassword is accepted, yet connections are still opened with the old one. */
export const keepsTheOldPassword: StationMutant = {
  name: 'keeps-the-old-password',
  role: 'station',
  requirement: 'A01.FR.01',
  cases: [{ id: 'TC_A_09_CS', check: 'TC_A_09_CS/3-makes-connection-attempt' }],
  harmless: 'TC_A_07_CS',
  apply: (parts) => {
    let first: string | undefined;
    return {
      ...parts,
      connection: {
        ...parts.connection,
        credentials: (identity, password) => {
          first ??= password;
          return parts.connection.credentials(identity, first);
        },
      },
    };
  },
};
