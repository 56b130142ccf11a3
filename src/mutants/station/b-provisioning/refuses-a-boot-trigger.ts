import { serving } from '../laying/answers.ts';
import type { StationMutant } from '../types.ts';

/** A trigger of BootNotification is rejected although the last boot was not accepted. */
export const refusesABootTrigger: StationMutant = {
  name: 'refuses-a-boot-trigger',
  role: 'station',
  requirement: 'F06.FR.17',
  cases: [{ id: 'TC_B_02_CS', check: 'TC_B_02_CS/18-responds-trigger-message-response' }],
  harmless: 'TC_B_01_CS',
  apply: serving('TriggerMessage', (request, honest) =>
    request.requestedMessage === 'BootNotification' ? { status: 'Rejected' } : honest(request),
  ),
};
