import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Its transaction ids have every sign that an identifier may have. */
export const namesTransactionsWithEverySign: StationMutant = {
  name: 'names-transactions-with-every-sign',
  role: 'station',
  requirement: 'Part 2, 2.1.4',
  odd: true,
  cases: [{ id: 'TC_E_01_CS' }],
  apply: changingRequest('TransactionEvent', (event) => {
    const { transactionInfo } = event;
    const transactionId = `${transactionInfo.transactionId.slice(0, 27)}*-_=:+|@.`;
    return { ...event, transactionInfo: { ...transactionInfo, transactionId } };
  }),
};
