import type { Defect, StationMutant } from '../types.ts';

/** One counter goes on from transaction to transaction. */
const goesOn: Defect = (parts) => {
  let next = 57;
  return {
    ...parts,
    transaction: {
      ...parts.transaction,
      firstSeqNo: () => next,
      nextSeqNo: (current) => {
        next = parts.transaction.nextSeqNo(current);
        return next;
      },
    },
  };
};

/** Legal: that seqNo starts at 0 is a SHOULD, and a counter that goes on is allowed (Part 2 E 1.3.2.1). */
export const countsOnOverTransactions: StationMutant = {
  name: 'counts-on-over-transactions',
  role: 'station',
  requirement: 'E01.FR.07',
  cases: [
    { id: 'TC_E_01_CS' },
    { id: 'TC_E_03_CS' },
    { id: 'TC_E_09_CS' },
    { id: 'TC_E_15_CS' },
    { id: 'TC_F_01_CS' },
    { id: 'TC_F_03_CS' },
  ],
  odd: true,
  apply: goesOn,
};
