import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** The authorization is told as an event that the CSMS has asked for. */
export const tellsAnotherAuthorizationTrigger: StationMutant = {
  name: 'tells-another-authorization-trigger',
  role: 'station',
  requirement: 'E02.FR.01',
  cases: [{ id: 'TC_E_03_CS', check: 'TC_E_03_CS/3-state-becomes-authorized-local' }],
  harmless: 'TC_E_28_CS',
  apply: changingRequest('TransactionEvent', (event) =>
    event.triggerReason === 'Authorized' ? { ...event, triggerReason: 'Trigger' } : event,
  ),
};
