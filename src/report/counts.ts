import type { CaseResult } from '../check/verdict.ts';
import type { RunFinding } from './evidence.ts';
import { outcomeOf } from './evidence.ts';

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly inconclusive: number;
  readonly notApplicable: number;
  readonly error: number;
}

/** How many cases ended how. */
export function countsOf(results: readonly CaseResult[]): Counts {
  const of = (outcome: string): number => results.filter(({ verdict }) => outcomeOf(verdict) === outcome).length;
  return {
    pass: of('pass'),
    fail: of('fail'),
    inconclusive: of('inconclusive'),
    notApplicable: of('not applicable'),
    error: of('error'),
  };
}

/** The line before the last. */
export function fiveNumberLine({ pass, fail, inconclusive, notApplicable, error }: Counts): string {
  return `${pass} pass, ${fail} fail, ${inconclusive} inconclusive, ${notApplicable} not applicable, ${error} error`;
}

/** The last line: inconclusive and error count as failed, only not applicable as skipped (DESIGN.md section 3). */
export function lastLine({ pass, fail, inconclusive, notApplicable, error }: Counts): string {
  return `assay: ${pass} passed, ${fail + inconclusive + error} failed, ${notApplicable} skipped`;
}

/**
 * 0 at least one case judged and none worse than pass; 1 a case failed (or a finding fails the run);
 * 2 inconclusive or error; 3 nothing judged.
 */
export function exitCode(results: readonly CaseResult[], findings: readonly RunFinding[] = []): 0 | 1 | 2 | 3 {
  const { pass, fail, inconclusive, error } = countsOf(results);
  if (fail > 0 || findings.some(({ result }) => result === 'fail')) return 1;
  if (inconclusive > 0 || error > 0 || findings.some(({ result }) => result === 'error')) return 2;
  return pass > 0 ? 0 : 3;
}
