import { numbering } from '../../laying/framing.ts';
import type { StationMutant } from '../types.ts';

/** Message ids are plain numbers, counted over all connections. */
export const countsItsMessages: StationMutant = {
  name: 'counts-its-messages',
  role: 'station',
  requirement: 'Part 4, 4.1.4',
  odd: true,
  cases: [{ id: 'TC_B_21_CS' }, { id: 'TC_E_01_CS' }],
  apply: (parts) => {
    let count = 0;
    return numbering(() => {
      count += 1;
      return String(count);
    })(parts);
  },
};
