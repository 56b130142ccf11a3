import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from '../../src/check/verdict.ts';

/** Names the folder of the reports to the test processes. */
export const reportsVariable = 'ASSAY_BROWSER_REPORTS';
export const cases = ['TC_B_01_CS', 'TC_B_06_CS'];
/** Breaks what TC_B_06_CS is about. */
export const mutant = 'reads-a-wrong-value';

export type RunName = 'honest' | 'mutant';

export function reportOf(run: RunName): string {
  const folder = process.env[reportsVariable];
  if (folder === undefined) throw new Error(`${reportsVariable} is not set: start the tests with playwright test`);
  return join(folder, run);
}

/** The verdict table of a run. */
export function verdictsOf(run: RunName): readonly CaseResult[] {
  const summary: { readonly cases: readonly CaseResult[] } = JSON.parse(
    readFileSync(join(reportOf(run), 'summary.json'), 'utf8'),
  );
  return summary.cases;
}
