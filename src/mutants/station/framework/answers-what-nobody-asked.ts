import { randomUUID } from 'node:crypto';
import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../../laying/framing.ts';
import { serving } from '../laying/answers.ts';
import { together } from '../laying/together.ts';
import type { StationMutant } from '../types.ts';

const stray = () => writeFrame({ kind: 'result', messageId: randomUUID(), payload: {} });
/** Behind its ResetResponse come two answers to CALLs that were never made. */
export const answersWhatNobodyAsked: StationMutant = {
  name: 'answers-what-nobody-asked',
  role: 'station',
  requirement: 'Part 4, 4.1.4',
  cases: [{ id: 'TC_B_21_CS', check: 'monitor/answers' }],
  harmless: 'TC_B_06_CS',
  apply: (parts) => {
    let asked = false;
    return together(
      serving('Reset', (request, honest) => {
        asked = true;
        return honest(request);
      }),
      writing((frame, text) => {
        if (frame.kind !== 'result' || !asked) return [text];
        asked = false;
        return [text, stray(), stray()];
      }),
    )(parts);
  },
};
