import { unmindfulOf } from '../laying/points.ts';
import type { StationMutant } from '../types.ts';

/** TxStartPoint EVConnected starts no transaction. */
export const startsNotAtCable: StationMutant = {
  name: 'starts-not-at-cable',
  role: 'station',
  requirement: 'E01.FR.02',
  cases: [{ id: 'TC_E_09_CS', check: 'TC_E_09_CS/3-state-becomes-evconnected-pre-session' }],
  harmless: 'TC_E_01_CS',
  apply: unmindfulOf('starts', 'EVConnected'),
};
