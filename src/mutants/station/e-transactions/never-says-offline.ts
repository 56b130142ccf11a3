import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** What happened in an outage is told later as if it had happened online. */
export const neverSaysOffline: StationMutant = {
  name: 'never-says-offline',
  role: 'station',
  requirement: 'E04.FR.03',
  cases: [{ id: 'X_E_01_CS', check: 'monitor/offline-flag' }],
  harmless: 'TC_E_01_CS',
  apply: changingRequest('TransactionEvent', ({ offline: _, ...event }) => event),
};
