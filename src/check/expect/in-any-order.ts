import { allows, type WideRow } from '../language/index.ts';
import { judgeRows, type RowsResult, selects } from '../match/index.ts';
import type { Observation } from '../types.ts';
import { closer, failed, type Judgement, type Miss, met, missing, type Question, quietMs } from './judgement.ts';
import { hasHole, inSequence, isNamed, resends } from './sequence.ts';

/** One place that one observation can fill. */
interface Slot {
  readonly row: WideRow;
  readonly needed: boolean;
}

function slotsOf(rows: readonly WideRow[], { candidates, context }: Question): Slot[] {
  return rows.flatMap((row) => {
    const { min, max, condition } = row.times;
    if (condition !== undefined) return context.holds(condition) ? [{ row, needed: true }] : [];
    const size = Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min, candidates.length));
    return Array.from({ length: size }, (_, i) => ({ row, needed: i < min }));
  });
}

/** Bipartite assignment of observations to slots by augmenting paths. */
class Assignment {
  readonly holder: (Observation | undefined)[];
  readonly #fits: Map<number, ReadonlySet<number>> = new Map();
  readonly #slots: readonly Slot[];

  constructor(slots: readonly Slot[]) {
    this.#slots = slots;
    this.holder = slots.map(() => undefined);
  }

  /** Finds a place for an observation that fits these slots, moving others if need be; needed slots first. */
  place(observation: Observation, fits: ReadonlySet<number>): boolean {
    this.#fits.set(observation.index, fits);
    return this.#move(observation, new Set());
  }

  #move(observation: Observation, tried: Set<number>): boolean {
    const open = [...(this.#fits.get(observation.index) ?? [])].sort((a, b) => this.#rank(a) - this.#rank(b));
    for (const slot of open) {
      if (tried.has(slot)) continue;
      tried.add(slot);
      const before = this.holder[slot];
      if (before === undefined || this.#move(before, tried)) {
        this.holder[slot] = observation;
        return true;
      }
    }
    return false;
  }

  #rank(slot: number): number {
    return (this.#slots[slot]?.needed === true ? 0 : 2) + (this.holder[slot] === undefined ? 0 : 1);
  }

  /** Frees optional slots whose observation is needed elsewhere. */
  fillNeeded(): void {
    this.#slots.forEach(({ needed }, slot) => {
      if (needed && this.holder[slot] === undefined) this.#pull(slot, new Set());
    });
  }

  #pull(slot: number, tried: Set<number>): boolean {
    for (const [index, fits] of this.#fits) {
      if (!fits.has(slot) || tried.has(index)) continue;
      tried.add(index);
      const from = this.holder.findIndex((observation) => observation?.index === index);
      if (from < 0) continue;
      const observation = this.holder[from];
      if (this.#slots[from]?.needed !== true || this.#pull(from, tried)) {
        if (this.holder[from] === observation) this.holder[from] = undefined;
        this.holder[slot] = observation;
        return true;
      }
    }
    return false;
  }
}

/** Judges `in any order` rows (`each of` already expanded). */
export function judgeInAnyOrder(rows: readonly WideRow[], question: Question): Judgement {
  const { context, mark } = question;
  const slots = slotsOf(rows, question);
  const assignment = new Assignment(slots);
  const resent = resends(question);
  const results = new Map<number, Map<WideRow, RowsResult>>();
  let nearest: Miss | undefined;
  for (const observation of inSequence(question.candidates)) {
    const named = rows.filter(({ event }) => isNamed(event.split(' or '), observation));
    if (named.length === 0 || resent.has(observation.index)) continue;
    const judged = new Map(named.map((row) => [row, judgeRows(row.rows, observation, context, mark)]));
    results.set(observation.index, judged);
    const fits = new Set(slots.flatMap(({ row }, i) => (judged.get(row)?.mismatches.length === 0 ? [i] : [])));
    if (fits.size > 0) {
      assignment.place(observation, fits);
      continue;
    }
    if (question.background(observation)) continue;
    // It fits no row. If it is the one that a row still open means, that row is broken: a wrong message is never skipped.
    const meant = named.filter(
      (row) =>
        slots.some((slot, i) => slot.row === row && assignment.holder[i] === undefined) &&
        selects(row.rows, observation, context, mark),
    );
    const misses = named.map((row): Miss => ({ observation, mismatches: judged.get(row)?.mismatches ?? [] }));
    const closest = misses.reduce<Miss | undefined>(closer, undefined);
    nearest = closer(nearest, closest);
    if (meant.length === 0 || closest === undefined) continue;
    if (hasHole(question) && question.now < question.deadline)
      return missing(question, 'an event with a lower seqNo is still missing', closest);
    return failed(`${observation.name} is not as expected`, [closest]);
  }
  assignment.fillNeeded();
  return conclude(rows, slots, assignment, results, question, nearest);
}

function conclude(
  rows: readonly WideRow[],
  slots: readonly Slot[],
  { holder }: Assignment,
  results: ReadonlyMap<number, ReadonlyMap<WideRow, RowsResult>>,
  question: Question,
  nearest: Miss | undefined,
): Judgement {
  const { now, deadline, context, mark } = question;
  const held = slots.flatMap(({ row }, i) => {
    const observation = holder[i];
    return observation === undefined ? [] : [{ row, observation }];
  });
  const open = rows.filter((row) => !allows(row.times, held.filter((each) => each.row === row).length, context.holds));
  if (open.length > 0) {
    return missing(
      question,
      `${open.map(({ row, event }) => `${event} of row ${row}`).join(', ')} did not come`,
      nearest,
    );
  }
  const remembered = new Map(
    held.flatMap(({ row, observation }) => [...(results.get(observation.index)?.get(row)?.remembered ?? [])]),
  );
  const done = met(
    held.map(({ observation }) => observation.index),
    remembered,
  );
  const full = rows.every((row) => {
    const count = held.filter((each) => each.row === row).length;
    return row.times.condition !== undefined || (row.times.max !== undefined && count >= row.times.max);
  });
  if (full || now >= deadline) return done;
  const last = Math.max(mark.at, ...held.map(({ observation }) => observation.at));
  const closesAt = held.length === 0 ? deadline : Math.min(last + quietMs, deadline);
  if (now >= closesAt) return done;
  return { ...missing(question, 'complete, waiting for what may follow', nearest, closesAt), remembered };
}
