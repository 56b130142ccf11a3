import { allows, TestDesignError, type WideRow } from '../language/index.ts';
import { expandEach, judgeRows, type Moment, selects } from '../match/index.ts';
import { judgeInAnyOrder } from './in-any-order.ts';
import { judgeInOrder } from './in-order.ts';
import { closer, failed, type Judgement, type Miss, met, missing, type Question } from './judgement.ts';
import { inSequence, isNamed, resends } from './sequence.ts';

export type Pattern = 'in order' | 'in any order' | 'one of these';

/** Wide rows with `each of` opened: one row an element, in the list's order. */
export function expandWide(rows: readonly WideRow[], moment: Moment): WideRow[] {
  return rows.flatMap((row) => expandEach(row.rows, moment).map((expanded) => ({ ...row, rows: expanded })));
}

function judgeOneOf(rows: readonly WideRow[], question: Question): Judgement {
  const { context, mark } = question;
  const resent = resends(question);
  const allowed = rows.filter(({ times }) => allows(times, 1, context.holds));
  let nearest: Miss | undefined;
  for (const observation of inSequence(question.candidates)) {
    if (resent.has(observation.index)) continue;
    const named = allowed.filter(({ event }) => isNamed(event.split(' or '), observation));
    const meant = named.filter((row) => selects(row.rows, observation, context, mark));
    const results = (meant.length > 0 ? meant : named).map((row) => judgeRows(row.rows, observation, context, mark));
    const fitting = results.find(({ mismatches }) => mismatches.length === 0);
    if (fitting !== undefined) return met([observation.index], fitting.remembered);
    const closest = results
      .map(({ mismatches }): Miss => ({ observation, mismatches }))
      .reduce<Miss | undefined>(closer, undefined);
    if (meant.length > 0 && closest !== undefined) return failed(`${observation.name} is none of these`, [closest]);
    nearest = closer(nearest, closest);
  }
  return missing(question, `none of ${allowed.map(({ event }) => event).join(', ')} came`, nearest);
}

/** Judges a wide table (`each of` already expanded, see expandWide). Call again as for judgeAmount. */
export function judgePattern(pattern: Pattern, rows: readonly WideRow[], question: Question): Judgement {
  if (rows.length === 0) return met([]);
  if (pattern === 'in order') return judgeInOrder(rows, question);
  const gap = rows.flatMap((row) => row.rows).find(({ kind }) => kind === 'gap');
  if (gap !== undefined) throw new TestDesignError('gap has no meaning without an order', '"in order"', gap.row);
  return pattern === 'in any order' ? judgeInAnyOrder(rows, question) : judgeOneOf(rows, question);
}
