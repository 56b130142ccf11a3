import { certificationProfiles } from '../catalogue/index.ts';
import type { PlannedCase } from '../catalogue/types.ts';
import type { CaseResult } from '../check/verdict.ts';
import { type Outcome, outcomeOf } from './evidence.ts';

/** An outcome, or a failure that the baseline of the run excuses. */
type Shown = Outcome | 'known';
const order: readonly Shown[] = ['fail', 'error', 'inconclusive', 'known', 'pass', 'not applicable'];
const words: Readonly<Record<Shown, string>> = {
  known: 'known to fail',
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'inconclusive',
  error: 'in error',
  'not applicable': 'not applicable',
};

/** The worst outcome by case id: a case may be judged on several subjects; not applicable yields to all. */
function worstById(results: readonly CaseResult[]): ReadonlyMap<string, Shown> {
  const worst = new Map<string, Shown>();
  for (const { id, verdict, known } of results) {
    const now = known === true ? 'known' : outcomeOf(verdict);
    const before = worst.get(id);
    if (before === undefined || order.indexOf(now) < order.indexOf(before)) worst.set(id, now);
  }
  return worst;
}

function tally(outcomes: readonly Shown[]): string {
  const parts = order.map((outcome) => ({ outcome, count: outcomes.filter((one) => one === outcome).length }));
  return parts
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${words[outcome]}`)
    .join(', ');
}

function stateOf(cases: readonly PlannedCase[], worst: ReadonlyMap<string, Shown>): string {
  const judged = cases.flatMap(({ id }) => worst.get(id) ?? []);
  const implemented = cases.filter((one) => one.implemented).length;
  const all = implemented === cases.length && judged.length === cases.length;
  if (all && judged.every((outcome) => outcome === 'pass' || outcome === 'not applicable'))
    return judged.includes('pass') ? `passed (${tally(judged)})` : 'not applicable';
  const counts = tally(judged);
  return `${implemented} of ${cases.length} cases implemented${counts === '' ? '' : `: ${counts}`}`;
}

/**
 * One line a certification profile. A profile is called passed only when every case given for it is implemented and
 * judged; `cases` are those the plan holds for this product (or all, when nothing is known about it).
 */
export function profileTable(cases: readonly PlannedCase[], results: readonly CaseResult[]): string[] {
  const worst = worstById(results);
  const rows = [
    ...certificationProfiles.map(({ name, title }) => ({
      title,
      cases: cases.filter(({ profiles }) => profiles.some((profile) => profile.name === name)),
    })),
    { title: 'Not part of certification', cases: cases.filter(({ certified }) => !certified) },
  ];
  const shown = rows.filter((row) => row.cases.length > 0);
  const width = Math.max(0, ...shown.map(({ title }) => title.length));
  return shown.map((row) => `${row.title.padEnd(width)}  ${stateOf(row.cases, worst)}`);
}
