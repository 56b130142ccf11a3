import type { StationMutant } from '../types.ts';

/** The first attempt to connect again names no subprotocol; the next one does. */
export const offersNoSubprotocolAtFirst: StationMutant = {
  name: 'offers-no-subprotocol-at-first',
  role: 'station',
  requirement: 'Part 4, 3.1.2',
  cases: [{ id: 'TC_B_01_CS', check: 'monitor/websocket' }],
  harmless: 'TC_B_06_CS',
  apply: (parts) => {
    let attempts = 0;
    return {
      ...parts,
      connection: {
        ...parts.connection,
        subprotocols: (attempt) => {
          attempts += 1;
          return attempts % 2 === 0 ? [] : parts.connection.subprotocols(attempt);
        },
      },
    };
  },
};
