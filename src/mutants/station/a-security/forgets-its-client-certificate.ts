import type { StationMutant } from '../types.ts';

/** The first connection shows the station certificate, the ones after a reboot do not. */
export const forgetsItsClientCertificate: StationMutant = {
  name: 'forgets-its-client-certificate',
  role: 'station',
  requirement: 'A00.FR.402',
  cases: [{ id: 'TC_A_07_CS', check: 'TC_A_07_CS/2-makes-connection-attempt' }],
  harmless: 'TC_B_06_CS',
  apply: (parts) => {
    let connections = 0;
    return {
      ...parts,
      connection: {
        ...parts.connection,
        tls: (options) => {
          connections += 1;
          const { client, ...others } = parts.connection.tls(options);
          return connections > 1 || client === undefined ? others : { ...others, client };
        },
      },
    };
  },
};
