import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The cable that was plugged in is told as a car that arrived. */
export const tellsACableAsACar: StationMutant = {
  name: 'tells-a-cable-as-a-car',
  role: 'station',
  requirement: 'E01.FR.15',
  cases: [{ id: 'TC_E_09_CS', check: 'TC_E_09_CS/3-state-becomes-evconnected-pre-session' }],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('TransactionEvent', (event) =>
    event.triggerReason === 'CablePluggedIn' ? { ...event, triggerReason: 'EVDetected' } : event,
  ),
};
