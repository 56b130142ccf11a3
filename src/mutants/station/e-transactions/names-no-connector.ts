import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Events of a transaction name the EVSE only. */
export const namesNoConnector: StationMutant = {
  name: 'names-no-connector',
  role: 'station',
  requirement: 'E01.FR.16',
  cases: [
    { id: 'TC_E_01_CS', check: 'TC_E_01_CS/3-state-becomes-evconnected-pre-session' },
    { id: 'TC_E_09_CS', check: 'TC_E_09_CS/3-state-becomes-evconnected-pre-session' },
  ],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('TransactionEvent', ({ evse, ...event }) =>
    evse === undefined ? event : { ...event, evse: { id: evse.id } },
  ),
};
