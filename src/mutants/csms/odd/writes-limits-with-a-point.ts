import { writing } from '../../laying/framing.ts';
import type { CsmsMutant } from '../types.ts';

/** Limits are written 16.000000, which is the number 16. */
export const writesLimitsWithAPoint: CsmsMutant = {
  name: 'writes-limits-with-a-point',
  role: 'csms',
  requirement: 'Part 2, 2.11',
  odd: true,
  cases: [{ id: 'TC_K_01_CSMS' }, { id: 'TC_K_60_CSMS' }],
  apply: writing((_, text) => [text.replace(/"limit":(\d+)([,}])/g, '"limit":$1.000000$2')]),
};
