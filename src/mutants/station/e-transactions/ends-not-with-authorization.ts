import { unmindfulOf } from '../laying/points.ts';
import type { StationMutant } from '../types.ts';

/** TxStopPoint Authorized ends no transaction. */
export const endsNotWithAuthorization: StationMutant = {
  name: 'ends-not-with-authorization',
  role: 'station',
  requirement: 'E06.FR.03',
  cases: [{ id: 'TC_E_15_CS', check: 'TC_E_15_CS/5-sends-transaction-event-request' }],
  harmless: 'TC_E_03_CS',
  apply: unmindfulOf('stops', 'Authorized'),
};
