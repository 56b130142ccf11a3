import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The transaction is told to have started once more when the energy flows. */
export const startsATransactionTwice: StationMutant = {
  name: 'starts-a-transaction-twice',
  role: 'station',
  requirement: 'E01.FR.05',
  cases: [{ id: 'TC_E_03_CS', check: 'monitor/transaction-bounds' }],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('TransactionEvent', (event) =>
    event.eventType === 'Updated' && event.transactionInfo.chargingState === 'Charging'
      ? { ...event, eventType: 'Started' }
      : event,
  ),
};
