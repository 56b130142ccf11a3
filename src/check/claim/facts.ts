import type { Looked, Sender } from '../../timeline/events.ts';
import type { Rows } from '../language/index.ts';
import { judgeCell, judgeRows, type MatchContext, type Moment } from '../match/index.ts';
import type { Observation } from '../types.ts';
import type { Fault } from './fault.ts';

/** What a sentence says about something that is no message: a connection, the rig, what an operator sees, a rule. */
export type FactClaim =
  | { readonly kind: 'connection'; readonly wanted: 'accepts' | 'refuses'; readonly rows: Rows }
  /** throughout: at every reading; else at one of them. */
  | { readonly kind: 'rig'; readonly throughout: boolean; readonly rows: Rows }
  | { readonly kind: 'shown'; readonly what: string; readonly words: readonly string[] }
  | { readonly kind: 'rule'; readonly rule: string };

/** How a connection that our station tried went. */
export type Tried = NonNullable<Looked['tried']>;
/** One look at the rig. */
export type Reading = NonNullable<Looked['readings']>[number];

/** Where and when facts are judged. */
export interface FactBench {
  readonly context: MatchContext;
  /** OCPP time, epoch ms. */
  readonly now: number;
  /** Stands for the facts where a rule asks which observation it looks at. */
  readonly observation: Observation;
  /** Judges `the rule "..." holds` over the case; a reason when it does not. */
  readonly timelineRule: (rule: string) => string | undefined;
}

function connectionFault(rows: Rows, wanted: 'accepts' | 'refuses', tried: Tried, bench: FactBench): Fault | undefined {
  const { ok, at = 'an unknown place', reason = 'no reason given', facts = {} } = tried;
  if (wanted === 'refuses' && ok)
    return {
      message: 'the CSMS accepted a connection that it must refuse',
      expected: 'refused',
      actual: 'accepted',
    };
  if (wanted === 'accepts' && !ok)
    return {
      message: `the CSMS refused the connection at ${at}: ${reason}`,
      expected: 'a connection',
      actual: `refused at ${at}`,
    };
  const fields = wanted === 'refuses' ? { 'refused at': at, reason } : facts;
  const { mismatches } = judgeRows(rows, { ...bench.observation, fields }, bench.context, { at: bench.now });
  const [first] = mismatches;
  if (first === undefined) return undefined;
  const told = mismatches.map(({ path, expected, actual }) => `${path}: expected ${expected}, was ${actual}`);
  return { message: told.join('; '), expected: first.expected, actual: first.actual };
}

/** What a reading lacks, in words; undefined when it is as the rows say. */
export function readingFault(rows: Rows, { at, values }: Reading, { context, observation }: FactBench) {
  const moment: Moment = { resolver: context.resolver, now: at, before: undefined };
  for (const { label, cell } of rows) {
    const subject = { value: values[label], field: label, parent: values, schema: undefined };
    const mismatch = judgeCell(cell, subject, { context, moment, observation }, { path: label, row: 1 });
    if (mismatch !== undefined) return { label, expected: mismatch.expected, actual: mismatch.actual };
  }
  return undefined;
}

function rigFault(claim: FactClaim & { kind: 'rig' }, readings: readonly Reading[], bench: FactBench) {
  const faults = readings.map((reading) => readingFault(claim.rows, reading, bench));
  const [held, fault] = claim.throughout
    ? [faults.every((each) => each === undefined), faults.find((each) => each !== undefined)]
    : [faults.some((each) => each === undefined), faults.at(-1)];
  if (held && readings.length > 0) return undefined;
  const { label, expected, actual } = fault ?? { label: 'the rig', expected: 'a reading', actual: 'none' };
  return { message: `the rig shows: ${label}: expected ${expected}, was ${actual}`, expected, actual };
}

function shownFault({ what, words }: FactClaim & { kind: 'shown' }, shown: string | undefined): Fault | undefined {
  if (words.every((word) => shown?.includes(word) === true)) return undefined;
  const [expected, actual] = [words.join(', '), shown ?? 'nothing'];
  return { message: `${what}: expected ${expected}, shown ${actual}`, expected, actual };
}

/** Judges a claim about facts; undefined when it holds. */
export function judgeFacts(claim: FactClaim, looked: Looked, bench: FactBench): Fault | undefined {
  switch (claim.kind) {
    case 'connection':
      return connectionFault(claim.rows, claim.wanted, looked.tried ?? { ok: false }, bench);
    case 'rig':
      return rigFault(claim, looked.readings ?? [], bench);
    case 'shown':
      return shownFault(claim, looked.shown);
    case 'rule': {
      const reason = bench.timelineRule(claim.rule);
      if (reason === undefined) return undefined;
      return {
        message: `the rule "${claim.rule}" does not hold: ${reason}`,
        expected: claim.rule,
        actual: reason,
      };
    }
  }
}

/** Stands for facts where rows are judged that belong to no message. */
export function factObservation(sender: Sender, index: number, at: number): Observation {
  return { index, sequence: 0, name: 'connection attempt', sender, at, fields: {} };
}
