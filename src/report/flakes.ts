import type { CaseResult, CheckResult } from '../check/verdict.ts';

/** A check that did not say the same every time. */
export interface Flake {
  readonly case: string;
  readonly check: string;
  /** How often each result came. */
  readonly results: Readonly<Partial<Record<CheckResult['result'], number>>>;
  /** Share of the runs that judged it and did not say what most of them said, above 0 and at most 0.5 for two results. */
  readonly rate: number;
}
/** Of a run with `--repeat`. */
export interface Repetition {
  /** How often each case was judged. */
  readonly times: number;
  /** Different checks that were made. */
  readonly checks: number;
  readonly flaky: readonly Flake[];
}

/** What a run says of a check; a check that is not there held when the case passed, and was not reached otherwise. */
function saidOf({ checks, verdict }: CaseResult, id: string): CheckResult['result'] | undefined {
  const said = checks.find((check) => check.id === id)?.result;
  return said ?? (verdict === 'pass' ? 'pass' : undefined);
}

const idsIn = (runs: readonly CaseResult[]): string[] => [
  ...new Set(runs.flatMap(({ checks }) => checks.map(({ id }) => id))),
];

function flakeOf(runs: readonly CaseResult[], id: string): Flake | undefined {
  const said = runs.flatMap((run) => saidOf(run, id) ?? []);
  const results: Partial<Record<CheckResult['result'], number>> = {};
  for (const result of said) results[result] = (results[result] ?? 0) + 1;
  const most = Math.max(...Object.values(results));
  if (said.length === 0 || most === said.length) return undefined;
  return {
    case: runs[0]?.id ?? '',
    check: id,
    results,
    rate: Math.round(((said.length - most) / said.length) * 1000) / 1000,
  };
}

/** What differed between the runs of each case; `runs` holds the results of one case each. */
export function repetitionOf(times: number, runs: readonly (readonly CaseResult[])[]): Repetition {
  return {
    times,
    checks: runs.reduce((sum, each) => sum + idsIn(each).length, 0),
    flaky: runs.flatMap((each) => idsIn(each).flatMap((id) => flakeOf(each, id) ?? [])),
  };
}

/** A line a flaky check, with its rate; one line that says so when there is none. */
export function flakeLines({ times, checks, flaky }: Repetition): string[] {
  const head = `${flaky.length} of ${checks} checks were flaky in ${times} runs of each case`;
  return [
    flaky.length === 0 ? head : `${head}:`,
    ...flaky.map(({ case: id, check, results, rate }) => {
      const told = Object.entries(results).map(([result, count]) => `${count} ${result}`);
      return `  ${check.startsWith(id) ? check : `${id} ${check}`}: ${told.join(', ')} (flake rate ${Math.round(rate * 100)} %)`;
    }),
  ];
}
