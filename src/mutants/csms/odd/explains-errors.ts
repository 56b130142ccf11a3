import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../../laying/framing.ts';
import type { CsmsMutant } from '../types.ts';

/** A CALLERROR with the longest description there may be, and details of its own making. */
export const explainsErrors: CsmsMutant = {
  name: 'explains-errors',
  role: 'csms',
  requirement: 'Part 4, 4.2.3',
  odd: true,
  cases: [{ id: 'TC_B_30_CSMS' }],
  apply: writing((frame, text) =>
    frame.kind === 'error'
      ? [
          writeFrame({
            ...frame,
            errorDescription: 'n'.repeat(255),
            errorDetails: { why: ['not', 'yet'], retry: 1.5e3 },
          }),
        ]
      : [text],
  ),
};
