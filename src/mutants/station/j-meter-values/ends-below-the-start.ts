import { changingReadings } from '../laying/readings.ts';
import type { StationMutant } from '../types.ts';

/** The energy register is lower at the end of a transaction than it was at its start. */
export const endsBelowTheStart: StationMutant = {
  name: 'ends-below-the-start',
  role: 'station',
  requirement: 'J02.FR.16',
  cases: [{ id: 'TC_E_15_CS', check: 'monitor/energy-registers' }],
  harmless: 'TC_E_28_CS',
  apply: changingReadings((samples) =>
    samples.map((each) => (each.context === 'Transaction.End' ? { ...each, value: each.value - 1000 } : each)),
  ),
};
