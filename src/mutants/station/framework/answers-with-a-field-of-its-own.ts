import { withPayload, writing } from '../../laying/framing.ts';
import { serving } from '../laying/answers.ts';
import { together } from '../laying/together.ts';
import type { StationMutant } from '../types.ts';

/** Its ResetResponse has a field that no schema knows. */
export const answersWithAFieldOfItsOwn: StationMutant = {
  name: 'answers-with-a-field-of-its-own',
  role: 'station',
  requirement: 'Part 3 schema',
  cases: [{ id: 'TC_B_21_CS', check: 'monitor/schema' }],
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
        return [withPayload(frame, { ...frame.payload, comment: 'gladly' })];
      }),
    )(parts);
  },
};
