import { changingRequest } from '../laying/requests.ts';
import type { StationMutant } from '../types.ts';

/** It has a heartbeat interval and lets it pass. */
export const neverSendsAHeartbeat: StationMutant = {
  name: 'never-sends-a-heartbeat',
  role: 'station',
  requirement: 'G02.FR.02',
  cases: [{ id: 'X_G_01_CS', check: 'monitor/silence' }],
  harmless: 'TC_B_06_CS',
  apply: changingRequest('Heartbeat', () => undefined),
};
