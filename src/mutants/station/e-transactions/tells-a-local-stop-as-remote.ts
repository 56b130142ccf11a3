import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The stop by the driver is told as one by the CSMS. */
export const tellsALocalStopAsRemote: StationMutant = {
  name: 'tells-a-local-stop-as-remote',
  role: 'station',
  requirement: 'E06.FR.15',
  cases: [{ id: 'TC_E_15_CS', check: 'TC_E_15_CS/5-sends-transaction-event-request' }],
  harmless: 'TC_E_03_CS',
  apply: changingRequest('TransactionEvent', (event) =>
    event.triggerReason === 'StopAuthorized' ? { ...event, triggerReason: 'RemoteStop' } : event,
  ),
};
