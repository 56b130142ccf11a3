import type { CsmsMutant } from '../types.ts';
import { asksBeforeItAnswers } from './asks-before-it-answers.ts';
import { asksForAllItMay } from './asks-for-all-it-may.ts';
import { explainsErrors } from './explains-errors.ts';
import { writesLimitsWithAPoint } from './writes-limits-with-a-point.ts';

/** Legal and unusual: every case stays as it is. */
export const oddCsmses: readonly CsmsMutant[] = [
  explainsErrors,
  writesLimitsWithAPoint,
  asksForAllItMay,
  asksBeforeItAnswers,
];
