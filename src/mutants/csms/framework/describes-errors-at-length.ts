import { writeFrame } from '../../../ocpp/index.ts';
import { writing } from '../../laying/framing.ts';
import type { CsmsMutant } from '../types.ts';

/** The description of a CALLERROR is longer than 255 characters. */
export const describesErrorsAtLength: CsmsMutant = {
  name: 'describes-errors-at-length',
  role: 'csms',
  requirement: 'Part 4, 4.2.3',
  cases: [{ id: 'TC_B_30_CSMS', check: 'monitor/call-errors' }],
  harmless: 'TC_B_01_CSMS',
  apply: writing((frame, text) =>
    frame.kind === 'error' ? [writeFrame({ ...frame, errorDescription: 'no, really, '.repeat(30) })] : [text],
  ),
};
