import type { Rows } from '../language/index.ts';
import { type Instant, judgeRows, type MatchContext, selects } from '../match/index.ts';
import type { Observation } from '../types.ts';
import { closer, failed, type Judgement, type Miss, met } from './judgement.ts';
import { inSequence, isNamed } from './sequence.ts';

/**
 * `{actor} has sent a / no / every X`: looks back over the whole case, consumed or not; decides at once.
 * `every` needs at least one; its `gap` counts from the one before, so the first has none.
 */
export function judgePast(
  kind: 'a' | 'no' | 'every',
  names: readonly string[],
  instances: readonly Rows[],
  observations: readonly Observation[],
  context: MatchContext,
  began: Instant,
): Judgement {
  const named = inSequence(observations).filter((each) => isNamed(names, each));
  const results = instances.map((rows) => {
    if (kind === 'every') return pastEvery(names, rows, named, context, began);
    return kind === 'a' ? pastOne(names, rows, named, context, began) : pastNone(rows, named, context, began);
  });
  return (
    results.find(({ state }) => state === 'failed') ??
    met([], new Map(results.flatMap(({ remembered }) => [...remembered])))
  );
}

function pastOne(
  names: readonly string[],
  rows: Rows,
  named: readonly Observation[],
  context: MatchContext,
  began: Instant,
): Judgement {
  let nearest: Miss | undefined;
  for (const observation of named) {
    const { mismatches, remembered } = judgeRows(rows, observation, context, began);
    if (mismatches.length === 0) return met([], remembered);
    nearest = closer(nearest, { observation, mismatches });
  }
  const fault = failed(`no ${names.join(' or ')} of this case is as expected`, []);
  return nearest === undefined ? fault : { ...fault, nearest };
}

function pastNone(rows: Rows, named: readonly Observation[], context: MatchContext, began: Instant): Judgement {
  const hit = named.find((observation) => judgeRows(rows, observation, context, began).mismatches.length === 0);
  if (hit === undefined) return met([]);
  return failed(`${hit.name} came although none was allowed`, [{ observation: hit, mismatches: [] }]);
}

function pastEvery(
  names: readonly string[],
  rows: Rows,
  named: readonly Observation[],
  context: MatchContext,
  began: Instant,
): Judgement {
  const fitting = named.filter((each) => selects(rows, each, context, began));
  const remembered = new Map<string, unknown>();
  const misses = fitting.flatMap((observation, i): Miss[] => {
    const before = fitting[i - 1];
    const judged = before === undefined ? rows.filter(({ kind }) => kind !== 'gap') : rows;
    const result = judgeRows(judged, observation, context, before ?? began);
    for (const [name, value] of result.remembered) remembered.set(name, value);
    return result.mismatches.length === 0 ? [] : [{ observation, mismatches: result.mismatches }];
  });
  const what = names.join(' or ');
  if (fitting.length === 0) return failed(`there is no ${what} of that kind in this case`, []);
  if (misses.length > 0) return failed(`${misses.length} of ${fitting.length} ${what} not as expected`, misses);
  return met([], remembered);
}
