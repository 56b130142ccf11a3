import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** What the CSMS started is told as an authorization at the station. */
export const tellsARemoteStartAsLocal: StationMutant = {
  name: 'tells-a-remote-start-as-local',
  role: 'station',
  requirement: 'F01.FR.19',
  cases: [{ id: 'TC_F_01_CS', check: 'TC_F_01_CS/3-state-becomes-authorized-remote' }],
  harmless: 'TC_E_03_CS',
  apply: changingRequest('TransactionEvent', (event) =>
    event.triggerReason === 'RemoteStart' ? { ...event, triggerReason: 'Authorized' } : event,
  ),
};
