import type { CsmsMutant } from '../types.ts';
import { asksForFineRates } from './asks-for-fine-rates.ts';
import { asksForTooMuchAtOnce } from './asks-for-too-much-at-once.ts';
import { describesErrorsAtLength } from './describes-errors-at-length.ts';
import { sendsTwoCallsAtOnce } from './sends-two-calls-at-once.ts';

/** What only a monitor sees. */
export const frameworkMutants: readonly CsmsMutant[] = [
  describesErrorsAtLength,
  asksForFineRates,
  asksForTooMuchAtOnce,
  sendsTwoCallsAtOnce,
];
