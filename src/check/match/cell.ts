import { type Cell, type Match, printMatch, printRef, TestDesignError, type Value } from '../language/index.ts';
import { freeText } from '../names.ts';
import type { Observation } from '../types.ts';
import type { MatchContext, Mismatch } from './context.ts';
import { commaList, equal, isRecord, member, type Subject } from './equal.ts';
import { type Expected, evaluate, type Moment, numberOf, timeOf } from './evaluate.ts';

/** Everything a match looks at. */
interface Bench {
  readonly subject: Subject;
  readonly context: MatchContext;
  readonly moment: Moment;
  readonly observation: Observation;
  /** `gap` and durations: seconds, so `about` uses the tolerance of times. */
  readonly seconds: boolean;
}
/** undefined = met; else what is wrong beyond the words of the cell; `unresolved` when the expectation has no value. */
type Miss = { readonly why?: string; readonly unresolved?: boolean } | undefined;

const missed: Miss = {};
const verdict = (met: boolean): Miss => (met ? undefined : missed);
const unresolved = (ref: string): Miss => ({ why: `${ref} has no value so far`, unresolved: true });

function isEmpty(value: unknown): boolean {
  return (
    value === '' || (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0)
  );
}

/** Members of a list or of a comma list. */
function members({ value }: Subject): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? commaList(value) : typeof value === 'number' ? [value] : undefined;
}

function compare(op: string, actual: number, expected: number): boolean {
  if (op === '>' || op === 'after') return actual > expected;
  if (op === '<' || op === 'before') return actual < expected;
  return op === '>=' ? actual >= expected : actual <= expected;
}

function comparison(op: '>' | '>=' | '<' | '<=' | 'after' | 'before', value: Value, bench: Bench): Miss {
  const expected = evaluate(value, bench.moment);
  if (expected.kind === 'missing') return unresolved(expected.ref);
  const time = instantOf(expected);
  if (time !== undefined) {
    const at = timeOf(bench.subject.value);
    return at === undefined ? { why: 'no time' } : verdict(compare(op, at, time));
  }
  const number = quantityOf(expected);
  if (number === undefined) throw new TestDesignError(`${op} needs a number or a time`);
  const actual = numberOf(bench.subject.value);
  return actual === undefined ? { why: 'no number' } : verdict(compare(op, actual, number));
}

const instantOf = (expected: Expected): number | undefined =>
  expected.kind === 'time'
    ? expected.at
    : expected.kind === 'json'
      ? timeOf(expected.value)
      : expected.kind === 'text'
        ? timeOf(expected.text)
        : undefined;

function quantityOf(expected: Expected): number | undefined {
  if (expected.kind === 'number') return expected.number;
  if (expected.kind === 'json') return numberOf(expected.value);
  return expected.kind === 'text' ? numberOf(expected.text) : undefined;
}

/** Within `slack` (seconds for times, else the field's own unit) of the value. */
function nearby(value: Value, slack: number, bench: Bench): Miss {
  const expected = evaluate(value, bench.moment);
  if (expected.kind === 'missing') return unresolved(expected.ref);
  const time = instantOf(expected);
  if (time !== undefined) {
    const at = timeOf(bench.subject.value);
    return at === undefined ? { why: 'no time' } : verdict(Math.abs(at - time) <= slack * 1000);
  }
  const number = quantityOf(expected);
  if (number === undefined) throw new TestDesignError('a tolerance needs a number or a time');
  const actual = numberOf(bench.subject.value);
  return actual === undefined ? { why: 'no number' } : verdict(Math.abs(actual - number) <= slack + 1e-9);
}

function about(value: Value, bench: Bench): Miss {
  const isTime = instantOf(evaluate(value, bench.moment)) !== undefined;
  const timed =
    isTime || bench.seconds || (value.kind === 'sum' && value.unit !== undefined && !/^(?:Wh|W|A)$/.test(value.unit));
  if (!timed) throw new TestDesignError('"about" is for times and durations', '"X +- tolerance"');
  return nearby(value, bench.context.toleranceMs / 1000, bench);
}

function contains(value: Value, bench: Bench): Miss {
  const { subject, context, moment } = bench;
  const expected = evaluate(value, moment);
  if (expected.kind === 'missing') return unresolved(expected.ref);
  if (typeof subject.value === 'string' && freeText.includes(subject.field)) {
    return verdict(subject.value.includes(textOf(expected)));
  }
  const found = members(subject);
  if (found === undefined) return { why: 'no list' };
  const wanted = expected.kind === 'list' ? expected.items : [expected];
  return verdict(wanted.every((each) => found.some((one) => equal(each, member(subject, one), context, moment))));
}

function textOf(expected: Expected): string {
  if (expected.kind === 'text') return expected.text;
  if (expected.kind === 'number') return String(expected.number);
  return expected.kind === 'json' ? String(expected.value) : JSON.stringify(expected);
}

function sameSet(value: Value, bench: Bench): Miss {
  const { subject, context, moment } = bench;
  const expected = evaluate(value, moment);
  if (expected.kind === 'missing') return unresolved(expected.ref);
  const found = members(subject);
  const wanted = itemsOf(expected);
  if (found === undefined || wanted === undefined) return { why: 'no list' };
  const fits = (item: Expected, one: unknown) => equal(item, member(subject, one), context, moment);
  return verdict(
    wanted.every((item) => found.some((one) => fits(item, one))) &&
      found.every((one) => wanted.some((item) => fits(item, one))),
  );
}

function itemsOf(expected: Expected): readonly Expected[] | undefined {
  if (expected.kind === 'list') return expected.items;
  if (expected.kind === 'text') return commaList(expected.text).map((text) => ({ kind: 'text', text }));
  if (expected.kind !== 'json') return undefined;
  const { value } = expected;
  if (typeof value === 'string') return commaList(value).map((text) => ({ kind: 'text', text }));
  return Array.isArray(value) ? value.map((each: unknown) => ({ kind: 'json', value: each })) : undefined;
}

function judgeMatch(match: Match, bench: Bench): Miss {
  const { value } = bench.subject;
  switch (match.op) {
    case 'omitted':
      return verdict(value === undefined);
    case 'present':
      return verdict(value !== undefined);
    case 'obeys': {
      const why = bench.context.rule(match.rule, value, bench.observation);
      return why === undefined ? undefined : { why };
    }
    case 'not': {
      // `not X` needs the field to be there, except where X is about being there.
      if (match.match.op !== 'omitted' && match.match.op !== 'present' && value === undefined) return missed;
      const inner = judgeMatch(match.match, bench);
      if (inner === undefined) return missed;
      return inner.unresolved === true ? inner : undefined;
    }
    default:
      return value === undefined ? missed : judgePresent(match, bench);
  }
}

type PresentMatch = Exclude<Match, { op: 'omitted' | 'present' | 'obeys' | 'not' }>;

function judgePresent(match: PresentMatch, bench: Bench): Miss {
  const { subject, context, moment } = bench;
  switch (match.op) {
    case 'empty':
      return verdict(isEmpty(subject.value));
    case 'items': {
      const count = members(subject)?.length;
      if (count === undefined) return { why: 'no list' };
      return verdict(match.comparison === '=' ? count === match.count : compare(match.comparison, count, match.count));
    }
    case 'equals': {
      const expected = evaluate(match.value, moment);
      if (expected.kind === 'missing') return unresolved(expected.ref);
      return verdict(equal(expected, subject, context, moment));
    }
    case 'near': {
      const slack = evaluate(match.tolerance, moment);
      if (slack.kind === 'missing') return unresolved(slack.ref);
      const number = quantityOf(slack);
      if (number === undefined) throw new TestDesignError('a tolerance is a number or a duration');
      return nearby(match.value, number, bench);
    }
    case 'about':
      return about(match.value, bench);
    case 'contains':
      return contains(match.value, bench);
    case 'lacks': {
      const found = contains(match.value, bench);
      return found === undefined ? missed : found.unresolved === true ? found : undefined;
    }
    case 'same set as':
      return sameSet(match.value, bench);
    default:
      return comparison(match.op, match.value, bench);
  }
}

/** JSON of a value, cut to a readable length; `absent` for undefined. */
export function show(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 240 ? `${text.slice(0, 240)}...` : text;
}

/** The cell in words, with the values that its references have now. */
export function inWords(cell: Cell, moment: Moment): string {
  const values = new Map<string, string>();
  for (const match of cell.any) {
    const inner = match.op === 'not' ? match.match : match;
    if (!('value' in inner) || inner.value.kind === 'literal' || inner.value.kind === 'each') continue;
    const expected = evaluate(inner.value, moment);
    if (expected.kind === 'time') values.set(printMatch(inner), new Date(expected.at).toISOString());
    if (expected.kind === 'number') values.set(printMatch(inner), String(expected.number));
    if (expected.kind === 'json') {
      const name = inner.value.kind === 'ref' ? printRef(inner.value.ref) : printMatch(inner);
      values.set(name, show(expected.value));
    }
  }
  const known = [...values].map(([name, value]) => `${name} = ${value}`).join(', ');
  return `${cell.any.map(printMatch).join(' or ')}${known === '' ? '' : ` (${known})`}`;
}

/**
 * Judges one value against a cell; undefined when any alternative is met.
 * `path` and `row` only label the mismatch. Throws TestDesignError when the cell makes no sense for the value's kind.
 */
export function judgeCell(
  cell: Cell,
  subject: Subject,
  {
    context,
    moment,
    observation,
    seconds = false,
  }: Omit<Bench, 'subject' | 'seconds'> & { readonly seconds?: boolean },
  place: { readonly path: string; readonly row: number },
): Mismatch | undefined {
  const misses: Miss[] = [];
  for (const match of cell.any) {
    const miss = judgeMatch(match, { subject, context, moment, observation, seconds });
    if (miss === undefined) return undefined;
    misses.push(miss);
  }
  const reasons = misses.flatMap((miss) => (miss?.why === undefined ? [] : [miss.why]));
  return {
    ...place,
    expected: inWords(cell, moment),
    actual: `${show(subject.value)}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}`,
    ...(misses.every((miss) => miss?.unresolved === true) ? { unresolved: true } : {}),
  };
}
