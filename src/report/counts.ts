import type { CaseResult } from '../check/verdict.ts';
import type { RunFinding } from './evidence.ts';
import { outcomeOf } from './evidence.ts';

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly inconclusive: number;
  readonly notApplicable: number;
  readonly error: number;
  /** Failing cases that the baseline excuses, counted nowhere else; left out when there are none. */
  readonly known?: number;
}

/** How many cases ended how. */
export function countsOf(results: readonly CaseResult[]): Counts {
  const known = results.filter((result) => result.known === true).length;
  const of = (outcome: string): number =>
    results.filter((result) => result.known !== true && outcomeOf(result.verdict) === outcome).length;
  return {
    pass: of('pass'),
    fail: of('fail'),
    inconclusive: of('inconclusive'),
    notApplicable: of('not applicable'),
    error: of('error'),
    ...(known === 0 ? {} : { known }),
  };
}

/** The line before the last. */
export function fiveNumberLine({ pass, fail, inconclusive, notApplicable, error, known = 0 }: Counts): string {
  const excused = known === 0 ? '' : `, ${known} known difference${known === 1 ? '' : 's'}`;
  return `${pass} pass, ${fail} fail, ${inconclusive} inconclusive, ${notApplicable} not applicable, ${error} error${excused}`;
}

/** The last line: inconclusive and error count as failed, only not applicable as skipped (DESIGN.md section 3). */
export function lastLine({ pass, fail, inconclusive, notApplicable, error, known = 0 }: Counts): string {
  const excused = known === 0 ? '' : `, ${known} known`;
  return `assay: ${pass} passed, ${fail + inconclusive + error} failed, ${notApplicable} skipped${excused}`;
}

/**
 * 0 at least one case judged and none worse than pass, known differences apart; 1 a case failed (or a finding fails the run);
 * 2 inconclusive or error; 3 nothing judged.
 */
export function exitCode(results: readonly CaseResult[], findings: readonly RunFinding[] = []): 0 | 1 | 2 | 3 {
  const { pass, fail, inconclusive, error, known = 0 } = countsOf(results);
  if (fail > 0 || findings.some((finding) => finding.result === 'fail' && finding.known === undefined)) return 1;
  if (inconclusive > 0 || error > 0 || findings.some(({ result }) => result === 'error')) return 2;
  return pass + known > 0 ? 0 : 3;
}
