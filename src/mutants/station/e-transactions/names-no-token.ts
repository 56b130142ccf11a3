import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Events of a transaction never tell who is charging. */
export const namesNoToken: StationMutant = {
  name: 'names-no-token',
  role: 'station',
  requirement: 'E01.FR.10',
  cases: [
    { id: 'TC_E_01_CS', check: 'TC_E_01_CS/5-has-sent-transaction-event-request' },
    { id: 'TC_E_03_CS', check: 'TC_E_03_CS/3-state-becomes-authorized-local' },
    { id: 'TC_E_09_CS', check: 'TC_E_09_CS/5-state-becomes-authorized' },
  ],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('TransactionEvent', ({ idToken: _, ...event }) => event),
};
