import type { StationMutant } from '../types.ts';

/** After Rejected it waits half of the interval. */
export const bootsAgainTooEarly: StationMutant = {
  name: 'boots-again-too-early',
  role: 'station',
  requirement: 'B03.FR.06',
  cases: [{ id: 'TC_B_03_CS', check: 'TC_B_03_CS/4-sends-no-message-for-1' }],
  harmless: 'TC_B_01_CS',
  apply: (parts) => ({
    ...parts,
    boot: {
      ...parts.boot,
      retryAfter: (status, interval) => {
        const honest = parts.boot.retryAfter(status, interval);
        return status === 'Rejected' ? honest / 2 : honest;
      },
    },
  }),
};
