import { type Rows, TestDesignError } from '../language/index.ts';
import { judgeRows, type MatchContext, type RowsResult, selects } from '../match/index.ts';
import type { Observation } from '../types.ts';
import { closer, failed, type Judgement, type Miss, met, missing, type Question, quietMs } from './judgement.ts';
import { judgeParts } from './parts.ts';
import { hasHole, inSequence, isNamed, resends } from './sequence.ts';

export type Amount =
  | { readonly kind: 'one' | 'no' | 'all parts' }
  | { readonly kind: 'exactly' | 'at least'; readonly count: number };

/** `a`, `an`, `no`, `N`, `at least N`, `one or more`, `all parts of a`. */
export function parseAmount(text: string): Amount {
  if (/^an?$/.test(text)) return { kind: 'one' };
  if (text === 'no') return { kind: 'no' };
  if (/^all parts of an?$/.test(text)) return { kind: 'all parts' };
  if (text === 'one or more') return { kind: 'at least', count: 1 };
  const [, least, count] = /^(at least )?([1-9]\d*)$/.exec(text) ?? [];
  if (count === undefined)
    throw new TestDesignError(`unreadable amount: ${text}`, 'a, no, N, at least N, one or more, all parts of a');
  return { kind: least === undefined ? 'exactly' : 'at least', count: Number(count) };
}

/** One sentence: how many of which, and what is said about them. */
export interface Expectation {
  readonly amount: Amount;
  /** Message and view names; several = any of them. */
  readonly names: readonly string[];
  /** Value columns of the table, `each of` expanded; `[[]]` without a table. */
  readonly instances: readonly Rows[];
}

const spoken = (names: readonly string[]): string => names.join(' or ');

/** Judges every instance on the first message that its selectors choose. */
function judgeEach({ names, instances }: Expectation, question: Question): Judgement {
  const { context, mark } = question;
  const resent = resends(question);
  const candidates = inSequence(question.candidates).filter((each) => isNamed(names, each) && !resent.has(each.index));
  const used = new Set<number>();
  const remembered = new Map<string, unknown>();
  const misses: Miss[] = [];
  let nearest: Miss | undefined;
  let open = 0;
  let early = false;
  for (const rows of instances) {
    const chosen = candidates.find((each) => !used.has(each.index) && selects(rows, each, context, mark));
    if (chosen === undefined) {
      open++;
      for (const each of candidates) {
        if (!used.has(each.index)) nearest = closer(nearest, missOf(each, judgeRows(rows, each, context, mark)));
      }
      continue;
    }
    used.add(chosen.index);
    const result = judgeRows(rows, chosen, context, mark);
    for (const [name, value] of result.remembered) remembered.set(name, value);
    if (result.mismatches.length === 0) continue;
    misses.push(missOf(chosen, result));
    early ||= hasHole(question, chosen);
  }
  const wanted = instances.length === 1 ? `a ${spoken(names)}` : `${open} more of ${instances.length} ${spoken(names)}`;
  if (misses.length > 0) {
    // An event with a lower seqNo may still arrive and be the first one.
    if (early && question.now < question.deadline)
      return missing(question, 'an event with a lower seqNo is still missing', misses[0]);
    return failed(`${spoken(names)} is not as expected`, misses, [...used]);
  }
  if (open > 0) return missing(question, `${wanted} did not come`, nearest);
  return met([...used], remembered);
}

const missOf = (observation: Observation, { mismatches }: RowsResult): Miss => ({ observation, mismatches });

/** N, at least N, one or more: every message that the selectors choose must be as the rows say, until quiet or deadline. */
function judgeMany(
  { names, instances }: Expectation,
  amount: Extract<Amount, { count: number }>,
  question: Question,
): Judgement {
  const { mark, now, deadline } = question;
  const rows = instances[0] ?? [];
  const resent = resends(question);
  const fitting = inSequence(question.candidates).filter(
    (each) => isNamed(names, each) && !resent.has(each.index) && selects(rows, each, question.context, mark),
  );
  const quietAt = Math.max(...fitting.map(({ at }) => at)) + quietMs;
  const over = now >= quietAt || now >= deadline;
  const context: MatchContext = {
    ...question.context,
    rule: (rule, value, observation) => question.context.rule(rule, value, observation, !over),
  };
  const remembered = new Map<string, unknown>();
  const misses: Miss[] = [];
  let since = mark;
  for (const each of fitting) {
    const result = judgeRows(rows, each, context, since);
    since = each;
    for (const [name, value] of result.remembered) remembered.set(name, value);
    if (result.mismatches.length > 0) misses.push(missOf(each, result));
  }
  const indexes = fitting.map(({ index }) => index);
  if (misses.length > 0) {
    if (hasHole(question) && now < deadline)
      return missing(question, 'an event with a lower seqNo is still missing', misses[0]);
    return failed(`${misses.length} of ${fitting.length} ${spoken(names)} not as expected`, misses, indexes);
  }
  if (amount.kind === 'exactly' && fitting.length > amount.count) {
    const extra = fitting.slice(amount.count).map((observation) => ({ observation, mismatches: [] }));
    return failed(`${fitting.length} ${spoken(names)} came instead of ${amount.count}`, extra, indexes);
  }
  if (fitting.length < amount.count) {
    return missing(question, `${fitting.length} of ${amount.count} ${spoken(names)} came`, undefined);
  }
  if (over) return met(indexes, remembered);
  return {
    ...missing(
      question,
      `${fitting.length} ${spoken(names)} came, waiting for quiet`,
      undefined,
      Math.min(quietAt, deadline),
    ),
    remembered,
  };
}

/** `sends no X for D`: fails at once on a hit, is met at the deadline. Nothing is consumed. */
function judgeNone({ names, instances }: Expectation, question: Question): Judgement {
  const { context, mark, now, deadline } = question;
  for (const each of question.candidates) {
    if (!isNamed(names, each)) continue;
    if (instances.some((rows) => judgeRows(rows, each, context, mark).mismatches.length === 0)) {
      return failed(`${each.name} came although none was allowed`, [{ observation: each, mismatches: [] }]);
    }
  }
  if (now >= deadline) return met([]);
  return missing(question, `no ${spoken(names)} so far`, undefined);
}

/** Judges a sentence `{actor} sends {amount} {names}`. Call again with each new observation, at `wakeAt` and at the deadline. */
export function judgeAmount(expectation: Expectation, question: Question): Judgement {
  const { amount, instances } = expectation;
  if (instances.length === 0) return met([]);
  if (!('count' in amount)) {
    if (amount.kind === 'one') return judgeEach(expectation, question);
    return amount.kind === 'no' ? judgeNone(expectation, question) : judgeParts(expectation, question);
  }
  if (instances.length > 1)
    throw new TestDesignError(`${instances.length} value columns`, 'one column with an amount above one');
  return judgeMany(expectation, amount, question);
}

/** Exactly one instance of one name. */
export function judgeOne(names: readonly string[], rows: Rows, question: Question): Judgement {
  return judgeAmount({ amount: { kind: 'one' }, names, instances: [rows] }, question);
}
