import { changingReadings } from '../laying/readings.ts';
import type { Defect, StationMutant } from '../types.ts';

/** Beside each register, the net one and the energy of an interval, both lower each time. */
const alsoFalls: Defect = (parts) => {
  let value = 0;
  return changingReadings((samples) =>
    samples.flatMap((sample) => {
      if (sample.measurand !== 'Energy.Active.Import.Register') return [sample];
      value -= 10;
      return [
        sample,
        { ...sample, value, measurand: 'Energy.Active.Net' },
        { ...sample, value: value + 1000, measurand: 'Energy.Active.Import.Interval' },
      ];
    }),
  )(parts);
};

/** Legal: only Import and Export registers must not fall (J02.FR.16). */
export const tellsValuesThatFall: StationMutant = {
  name: 'tells-values-that-fall',
  role: 'station',
  requirement: 'J02.FR.16',
  cases: [{ id: 'TC_E_01_CS' }, { id: 'TC_E_15_CS' }],
  odd: true,
  apply: alsoFalls,
};
