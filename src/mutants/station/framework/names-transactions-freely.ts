import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Its transaction ids have a character that no identifier may have. */
export const namesTransactionsFreely: StationMutant = {
  name: 'names-transactions-freely',
  role: 'station',
  requirement: 'Part 2, 2.1.4',
  cases: [{ id: 'TC_E_01_CS', check: 'monitor/identifiers' }],
  harmless: 'TC_B_06_CS',
  apply: changingRequest('TransactionEvent', (event) => {
    const { transactionInfo } = event;
    const transactionId = `${transactionInfo.transactionId.slice(0, 34)}#1`;
    return { ...event, transactionInfo: { ...transactionInfo, transactionId } };
  }),
};
