import type { Row, Rows } from '../language/index.ts';
import type { Observation } from '../types.ts';
import { judgeCell } from './cell.ts';
import { gapSeconds, type Instant, type MatchContext, type Mismatch, remembering } from './context.ts';
import type { Moment } from './evaluate.ts';
import { bindings } from './letters.ts';
import { valuesAt } from './walk.ts';

/** How an observation does against rows: met when there is no mismatch. */
export interface RowsResult {
  readonly mismatches: readonly Mismatch[];
  /** What the rows remember (`as <name>`); meaningful only when met. */
  readonly remembered: ReadonlyMap<string, unknown>;
}

/** Index beyond everything observed: references then see the whole case. */
const momentOf = (observation: Observation, { resolver }: MatchContext): Moment => ({
  resolver,
  now: observation.at,
  before: observation.index,
});

function judgeRow(row: Row, observation: Observation, context: MatchContext, moment: Moment, since: Instant) {
  const bench = { context, moment, observation };
  if (row.kind === 'gap') {
    const value = gapSeconds(since, observation);
    const subject = { value, field: 'gap', parent: observation.fields, schema: undefined };
    const mismatch = judgeCell(row.cell, subject, { ...bench, seconds: true }, { path: 'gap', row: row.row });
    return { mismatches: mismatch === undefined ? [] : [mismatch], value };
  }
  const schema = context.schemas.find(observation.name, row.path);
  const found = valuesAt(observation.fields, row.path, moment);
  const field = row.path.at(-1)?.name ?? '';
  const mismatches = found.flatMap(({ value, parent, path }) => {
    const mismatch = judgeCell(row.cell, { value, parent, field, schema }, bench, { path, row: row.row });
    return mismatch === undefined ? [] : [mismatch];
  });
  return { mismatches, value: found[0]?.value };
}

function judgeBound(rows: Rows, observation: Observation, context: MatchContext, since: Instant): RowsResult {
  const remembered = new Map<string, unknown>();
  const mismatches: Mismatch[] = [];
  for (const row of rows) {
    const moment = momentOf(observation, { ...context, resolver: remembering(context.resolver, remembered) });
    const judged = judgeRow(row, observation, context, moment, since);
    mismatches.push(...judged.mismatches);
    if (row.cell.remembers !== undefined) remembered.set(row.cell.remembers, judged.value);
  }
  return { mismatches, remembered };
}

/**
 * Judges an observation against all rows; every mismatch is collected. `[x]` rows are met when one binding of the letters
 * meets them all, else the nearest binding is reported. `since`: what `gap` counts from.
 */
export function judgeRows(rows: Rows, observation: Observation, context: MatchContext, since: Instant): RowsResult {
  let best: RowsResult | undefined;
  for (const bound of bindings(rows, observation.fields, momentOf(observation, context))) {
    const result = judgeBound(bound, observation, context, since);
    if (result.mismatches.length === 0) return result;
    if (best === undefined || result.mismatches.length < best.mismatches.length) best = result;
  }
  return best ?? { mismatches: [], remembered: new Map() };
}
