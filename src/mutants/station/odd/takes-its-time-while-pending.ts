import type { StationMutant } from '../types.ts';

/** After Pending it boots again two seconds later than it may. */
export const takesItsTimeWhilePending: StationMutant = {
  name: 'takes-its-time-while-pending',
  role: 'station',
  requirement: 'B02.FR.04',
  odd: true,
  cases: [{ id: 'TC_B_02_CS' }],
  apply: (parts) => ({
    ...parts,
    boot: { ...parts.boot, retryAfter: (status, interval) => parts.boot.retryAfter(status, interval) + 2 },
  }),
};
