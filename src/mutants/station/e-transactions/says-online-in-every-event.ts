import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** Legal: offline is told as false where it could be left out. */
export const saysOnlineInEveryEvent: StationMutant = {
  name: 'says-online-in-every-event',
  role: 'station',
  requirement: 'E04.FR.03',
  cases: [{ id: 'X_E_01_CS' }, { id: 'TC_E_01_CS' }],
  odd: true,
  apply: changingRequest('TransactionEvent', (event) => ({ ...event, offline: event.offline ?? false })),
};
