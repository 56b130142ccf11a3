import type { CheckResult } from '../check/verdict.ts';

/** Found outside the body of a case: it belongs to the run, and names the cases it touched. */
export interface Finding extends CheckResult {
  readonly cases: readonly string[];
}

/** Something a case changed could not be put back: named, never a verdict (DESIGN.md section 7). */
export function notRestored(caseId: string, what: string): Finding {
  return { id: 'restore', level: 'MAY', result: 'observation', message: `not restored: ${what}`, cases: [caseId] };
}

/** A SHALL broken in preamble or restore fails the run, not the case (DESIGN.md section 3). */
export function brokenOutside(caseId: string, what: string): Finding {
  return {
    id: 'monitor/schema',
    requirement: 'Part 3 schema',
    level: 'SHALL',
    result: 'fail',
    message: what,
    cases: [caseId],
  };
}
