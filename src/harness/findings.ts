import type { CheckResult } from '../check/verdict.ts';

/** Found outside the body of a case: it belongs to the run, and names the cases it touched. */
export interface Finding extends CheckResult {
  readonly cases: readonly string[];
}

/** Something a case changed could not be put back: named, never a verdict (DESIGN.md section 7). */
export function notRestored(cases: readonly string[], what: string): Finding {
  return { id: 'restore', level: 'MAY', result: 'observation', message: `not restored: ${what}`, cases };
}
