import { allows, type WideRow } from '../language/index.ts';
import { type Instant, judgeRows, remembering } from '../match/index.ts';
import type { Observation } from '../types.ts';
import { closer, failed, type Judgement, type Miss, met, missing, type Question, quietMs } from './judgement.ts';
import { hasHole, inSequence, isNamed, resends } from './sequence.ts';

/** One way to have read the observations so far: `count` of them belong to row `row`. */
interface Reading {
  readonly row: number;
  readonly count: number;
  readonly since: Instant;
  readonly remembered: ReadonlyMap<string, unknown>;
  readonly consumed: readonly Observation[];
  /** The pattern ended here: what came later is not part of it. */
  readonly closed: boolean;
}

/** `in order`: closed for the event types that its rows name, open for all others; a small non-deterministic automaton. */
class Automaton {
  readonly #rows: readonly WideRow[];
  readonly #question: Question;
  readonly #resent: ReadonlySet<number>;

  constructor(rows: readonly WideRow[], question: Question) {
    this.#rows = rows;
    this.#question = question;
    this.#resent = resends(question);
  }

  #mayLeave(row: number, count: number): boolean {
    const each = this.#rows[row];
    return each !== undefined && allows(each.times, count, this.#question.context.holds);
  }

  #mayEnter(row: number, count: number): boolean {
    const times = this.#rows[row]?.times;
    if (times === undefined) return false;
    if (times.condition !== undefined) return count === 0 && this.#question.context.holds(times.condition);
    return times.max === undefined || count < times.max;
  }

  /** All rows from here on have what they need. */
  isComplete({ row, count }: Reading): boolean {
    return this.#rows.slice(row).every((_, i) => this.#mayLeave(row + i, i === 0 ? count : 0));
  }

  /** Rows at which the next event may be read. */
  *#places({ row, count, closed }: Reading): Generator<{ readonly row: number; readonly count: number }> {
    if (closed) return;
    for (let at = row, had = count; at < this.#rows.length; at++, had = 0) {
      if (this.#mayEnter(at, had)) yield { row: at, count: had };
      if (!this.#mayLeave(at, had)) return;
    }
  }

  mayGrow(reading: Reading): boolean {
    return [...this.#places(reading)].length > 0;
  }
  /** Only rows that are `optional` or `any` could still grow: a short quiet is enough to close them. */
  closesOnQuiet(reading: Reading): boolean {
    const open = [...this.#places(reading)].map(({ row }) => this.#rows[row]?.times.text ?? '');
    return (
      reading.consumed.length > 0 &&
      open.every((text) => text === 'optional' || text === 'any' || text.startsWith('only if'))
    );
  }

  /** The rows that a reading waits for, in words. */
  awaited(reading: Reading): string {
    const open = [...this.#places(reading)].flatMap(({ row }) => this.#rows[row] ?? []);
    return open.map(({ row, event }) => `${event} of row ${row}`).join(' or ');
  }

  step(reading: Reading, observation: Observation, misses: Miss[]): Reading[] {
    const next: Reading[] = [];
    const { context } = this.#question;
    for (const { row, count } of this.#places(reading)) {
      const { event, rows = [] } = this.#rows[row] ?? {};
      if (event === undefined || !isNamed(event.split(' or '), observation)) continue;
      const resolver = remembering(context.resolver, reading.remembered);
      const { mismatches, remembered } = judgeRows(rows, observation, { ...context, resolver }, reading.since);
      if (mismatches.length > 0) misses.push({ observation, mismatches });
      else {
        next.push({
          row,
          count: count + 1,
          since: observation,
          remembered: new Map([...reading.remembered, ...remembered]),
          consumed: [...reading.consumed, observation],
          closed: false,
        });
      }
    }
    if (this.#resent.has(observation.index) || this.#question.background(observation)) next.push(reading);
    // What could have been part of the pattern is part of it (`1 or 4` is not met by two); anything else ends it.
    else if (next.length === 0 && this.isComplete(reading)) next.push({ ...reading, closed: true });
    return next;
  }
}

/** Readings that can only go on alike are one; the one that used up most is kept. */
function distinct(readings: readonly Reading[]): Reading[] {
  const found = new Map<string, Reading>();
  for (const reading of readings) {
    const { row, count, closed, since, remembered } = reading;
    const key = JSON.stringify([row, count, closed, since.at, since.ownTime, [...remembered]]);
    const other = found.get(key);
    if (other === undefined || other.consumed.length < reading.consumed.length) found.set(key, reading);
  }
  return [...found.values()];
}

const longest = (readings: readonly Reading[]): Reading | undefined =>
  readings.reduce<Reading | undefined>(
    (best, each) => (best === undefined || each.consumed.length > best.consumed.length ? each : best),
    undefined,
  );

const furthest = (readings: readonly Reading[]): Reading | undefined =>
  readings.reduce<Reading | undefined>(
    (best, each) =>
      best === undefined || each.row > best.row || (each.row === best.row && each.count > best.count) ? each : best,
    undefined,
  );

/** Judges `in order` rows (`each of` already expanded). */
export function judgeInOrder(rows: readonly WideRow[], question: Question): Judgement {
  const { now, deadline, mark } = question;
  const automaton = new Automaton(rows, question);
  const names = new Set(rows.map(({ event }) => event));
  let readings: Reading[] = [{ row: 0, count: 0, since: mark, remembered: new Map(), consumed: [], closed: false }];
  let nearest: Miss | undefined;
  for (const observation of inSequence(question.candidates)) {
    if (!names.has(observation.name)) continue;
    const misses: Miss[] = [];
    const next = distinct(readings.flatMap((reading) => automaton.step(reading, observation, misses)));
    const closest = misses.reduce<Miss | undefined>(closer, undefined);
    nearest = closest ?? nearest;
    if (next.length === 0) {
      const expected = furthest(readings);
      const awaited = expected === undefined ? 'nothing' : automaton.awaited(expected);
      const reason = `${observation.name} came where ${awaited === '' ? 'nothing more' : awaited} was expected`;
      const miss = closest ?? { observation, mismatches: [] };
      if (hasHole(question) && now < deadline)
        return missing(question, 'an event with a lower seqNo is still missing', miss);
      return failed(
        reason,
        [miss],
        [...(expected?.consumed ?? []), observation].map(({ index }) => index),
      );
    }
    readings = next;
  }
  return conclude(automaton, readings, question, nearest);
}

function conclude(
  automaton: Automaton,
  readings: readonly Reading[],
  question: Question,
  nearest: Miss | undefined,
): Judgement {
  const { now, deadline, mark } = question;
  const complete = longest(readings.filter((reading) => automaton.isComplete(reading)));
  if (complete === undefined) {
    const best = furthest(readings);
    return missing(
      question,
      `${best === undefined ? 'the next event' : automaton.awaited(best)} did not come`,
      nearest,
    );
  }
  const indexes = complete.consumed.map(({ index }) => index);
  // A reading that used up less than the complete one stands for events passed over: it is not worth waiting for.
  const growing = readings.filter(
    (reading) => automaton.mayGrow(reading) && reading.consumed.length >= complete.consumed.length,
  );
  const done = met(indexes, complete.remembered);
  if (growing.length === 0 || now >= deadline) return done;
  const quiet = growing.every((reading) => !automaton.isComplete(reading) || automaton.closesOnQuiet(reading));
  const closesAt = quiet ? Math.min((complete.consumed.at(-1) ?? mark).at + quietMs, deadline) : deadline;
  if (now >= closesAt) return done;
  return {
    ...missing(question, 'complete, waiting for what may follow', nearest, closesAt),
    remembered: complete.remembered,
  };
}
