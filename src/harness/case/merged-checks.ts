import type { CaseResult, CheckResult } from '../../check/verdict.ts';

const rank = { observation: 0, pass: 1, warning: 2, inconclusive: 3, fail: 4, error: 5 } as const;

/** Checks of several examples of one case: the worse result of each id. */
export function merged(
  before: readonly CaseResult['checks'][number][],
  now: CaseResult['checks'],
): CaseResult['checks'] {
  const all = new Map(before.map((check) => [check.id, check]));
  for (const check of now) {
    const other = all.get(check.id);
    if (other === undefined || rank[check.result] > rank[other.result]) all.set(check.id, check);
  }
  return [...all.values()];
}

/** One line for progress, summary and the head of a report: what was wrong, where it differed, the requirement. */
export function headline({ message = '', requirement }: CheckResult): string {
  const [first = '', second] = message.split('\n');
  if (second === undefined) return first;
  const differences = message.split('\n').flatMap((line) => /^\s+x (.+)$/.exec(line)?.[1] ?? []);
  const what = differences.length === 0 ? second : `${second}: ${differences.join('; ')}`;
  return requirement === undefined ? what : `${what} [${requirement}]`;
}
