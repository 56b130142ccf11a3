import type { StationMutant } from '../types.ts';

/** seqNo goes up by 2 after each event. */
export const countsEventsByTwo: StationMutant = {
  name: 'counts-events-by-two',
  role: 'station',
  requirement: 'E01.FR.07',
  cases: [{ id: 'TC_E_01_CS', check: 'monitor/transaction-sequence' }],
  harmless: 'TC_E_28_CS',
  apply: (parts) => ({ ...parts, transaction: { ...parts.transaction, nextSeqNo: (current) => current + 2 } }),
};
