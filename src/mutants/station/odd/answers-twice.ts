import { writing } from '../../laying/framing.ts';
import type { StationMutant } from '../types.ts';

/** Says every answer a second time, which nothing forbids. */
export const answersTwice: StationMutant = {
  name: 'answers-twice',
  role: 'station',
  requirement: 'Part 4, 4.2.2',
  odd: true,
  cases: [{ id: 'TC_B_06_CS' }, { id: 'TC_B_21_CS' }],
  apply: writing((frame, text) => (frame.kind === 'call' ? [text] : [text, text])),
};
