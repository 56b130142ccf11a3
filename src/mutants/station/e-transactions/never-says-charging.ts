import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The change to Charging is told without the new state. */
export const neverSaysCharging: StationMutant = {
  name: 'never-says-charging',
  role: 'station',
  requirement: 'E02.FR.13',
  cases: [{ id: 'TC_E_03_CS', check: 'TC_E_03_CS/4-state-becomes-energy-transfer-started' }],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('TransactionEvent', (event) => {
    const { chargingState, ...transactionInfo } = event.transactionInfo;
    return chargingState === 'Charging' ? { ...event, transactionInfo } : event;
  }),
};
