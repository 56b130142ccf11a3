import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A remote start does not name the transaction that the cable has begun. */
export const concealsTheWaitingTransaction: StationMutant = {
  name: 'conceals-the-waiting-transaction',
  role: 'station',
  requirement: 'F01.FR.13',
  cases: [{ id: 'TC_F_01_CS', check: 'TC_F_01_CS/7-rule-holds' }],
  harmless: 'TC_F_03_CS',
  apply: changingAnswer('RequestStartTransaction', ({ transactionId: _, ...response }) => response),
};
