import type { StationMutant } from '../types.ts';

/** RequestStartTransaction is accepted while Pending. */
export const startsWhilePending: StationMutant = {
  name: 'starts-while-pending',
  role: 'station',
  requirement: 'B02.FR.05',
  cases: [{ id: 'TC_B_02_CS', check: 'TC_B_02_CS/15-responds-request-start-transaction-response' }],
  harmless: 'TC_B_01_CS',
  apply: (parts) => ({ ...parts, boot: { ...parts.boot, mayStartTransaction: () => true } }),
};
