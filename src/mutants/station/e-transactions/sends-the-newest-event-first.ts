import type { StationMutant } from '../types.ts';

/** Legal: events may arrive in another order than they happened, seqNo says which (Part 2 E 1.3.2). */
export const sendsTheNewestEventFirst: StationMutant = {
  name: 'sends-the-newest-event-first',
  role: 'station',
  requirement: 'E01.FR.07',
  cases: [{ id: 'X_E_01_CS' }, { id: 'TC_E_01_CS' }, { id: 'TC_F_03_CS' }],
  odd: true,
  apply: (parts) => ({ ...parts, transaction: { ...parts.transaction, nextToSend: (waiting) => waiting - 1 } }),
};
