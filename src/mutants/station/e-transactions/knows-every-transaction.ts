import { changingAnswer } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A transaction that never was is said to be ongoing. */
export const knowsEveryTransaction: StationMutant = {
  name: 'knows-every-transaction',
  role: 'station',
  requirement: 'E14.FR.01',
  cases: [{ id: 'TC_E_28_CS', check: 'TC_E_28_CS/2-responds-get-transaction-status-response' }],
  harmless: 'TC_B_06_CS',
  apply: changingAnswer('GetTransactionStatus', (response, { transactionId }) =>
    transactionId === undefined ? response : { ...response, ongoingIndicator: true },
  ),
};
