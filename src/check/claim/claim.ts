import {
  alternativesOf,
  type Judgement,
  judgeAmount,
  judgePast,
  judgePattern,
  type Pattern,
  parseAmount,
  type Question,
  type Told,
} from '../expect/index.ts';
import type { Rows, WideRow } from '../language/index.ts';
import type { Observation } from '../types.ts';
import type { Accepted } from '../verdict.ts';

/** What a sentence expects of observations, as data: judged while the case runs, and again from its timeline. */
export type Claim =
  | {
      readonly kind: 'amount';
      /** `a`, `no`, `2`, `at least 3`, `one or more`, `all parts of a`. */
      readonly amount: string;
      readonly names: readonly string[];
      readonly instances: readonly Rows[];
      /** Action of the CALL that is answered: a CALLERROR to it ends the wait at once. */
      readonly answering?: string;
    }
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly rows: readonly WideRow[] }
  | {
      readonly kind: 'past';
      readonly which: 'a' | 'no' | 'every';
      readonly names: readonly string[];
      readonly instances: readonly Rows[];
    };

/** The CALL was answered with a CALLERROR that nobody expects: waiting on would only hide it. */
function refused({ candidates }: Question, names: readonly string[], answering: string): Judgement | undefined {
  if (names.includes('CALLERROR')) return undefined;
  const error = candidates.find(({ name, action }) => name === 'CALLERROR' && action === answering);
  if (error === undefined) return undefined;
  return {
    state: 'failed',
    consumed: [error.index],
    misses: [{ observation: error, mismatches: [] }],
    reason: `${answering}Request was answered with CALLERROR ${String(error.fields['errorCode'])}`,
    remembered: new Map(),
    mayStillChange: false,
  };
}

/**
 * Judges a claim. Call again with each new observation, at `wakeAt` and at the deadline.
 * @param observations everything of that side in the case, used up or not; what the harness set aside for its own work left out
 */
export function judgeClaim(claim: Claim, question: Question, observations: readonly Observation[]): Judgement {
  if (claim.kind === 'pattern') return judgePattern(claim.pattern, claim.rows, question);
  const { names, instances } = claim;
  if (claim.kind === 'past') {
    const { context, now } = question;
    return judgePast(claim.which, names, instances, observations, context, { at: now });
  }
  const early = claim.answering === undefined ? undefined : refused(question, names, claim.answering);
  return early ?? judgeAmount({ amount: parseAmount(claim.amount), names, instances }, question);
}

/** Event names with the rows said about them. */
export function alternativesIn(claim: Claim): Told['alternatives'] {
  if (claim.kind === 'pattern') return alternativesOf(claim.rows);
  const amount = claim.kind === 'past' ? claim.which : claim.amount;
  return claim.instances.flatMap((rows) => claim.names.map((event) => ({ event: `${amount} ${event}`, rows })));
}

/** How the alternatives belong together. */
export function howOf(claim: Claim): Accepted['how'] {
  if (claim.kind === 'pattern') return claim.rows.length === 1 ? 'this' : claim.pattern;
  if (claim.names.length > 1) return 'one of these';
  return claim.instances.length > 1 ? 'in any order' : 'this';
}
