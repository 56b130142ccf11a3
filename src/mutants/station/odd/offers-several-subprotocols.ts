import type { StationMutant } from '../types.ts';

/** It speaks other versions too, and would rather speak a newer one. */
export const offersSeveralSubprotocols: StationMutant = {
  name: 'offers-several-subprotocols',
  role: 'station',
  requirement: 'Part 4, 3.1.2',
  odd: true,
  cases: [{ id: 'TC_B_01_CS' }],
  apply: (parts) => ({
    ...parts,
    connection: { ...parts.connection, subprotocols: () => ['ocpp2.1', 'ocpp2.0.1', 'ocpp1.6'] },
  }),
};
