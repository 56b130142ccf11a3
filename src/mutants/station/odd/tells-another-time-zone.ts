import { writing } from '../../laying/framing.ts';
import type { StationMutant } from '../types.ts';

const twoHours = 7_200_000;

/** Times are local ones with their offset, and tenths of a second. */
export const tellsAnotherTimeZone: StationMutant = {
  name: 'tells-another-time-zone',
  role: 'station',
  requirement: 'Part 2, 2.1.4',
  odd: true,
  cases: [{ id: 'TC_B_01_CS' }, { id: 'TC_E_01_CS' }],
  apply: writing((_, text) => [
    text.replace(/"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g, (_whole, time: string) => {
      const local = new Date(Date.parse(time) + twoHours).toISOString();
      return `"${local.replace(/\.(\d)\d\dZ$/, '.$1+02:00')}"`;
    }),
  ]),
};
