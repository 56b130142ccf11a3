import { unmindfulOf } from '../laying/points.ts';
import type { StationMutant } from '../types.ts';

/** TxStartPoint PowerPathClosed starts no transaction. */
export const startsNotAtPowerPath: StationMutant = {
  name: 'starts-not-at-power-path',
  role: 'station',
  requirement: 'E01.FR.05',
  cases: [{ id: 'TC_E_01_CS', check: 'TC_E_01_CS/3-state-becomes-evconnected-pre-session' }],
  harmless: 'TC_E_09_CS',
  apply: unmindfulOf('starts', 'PowerPathClosed'),
};
