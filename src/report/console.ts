import type { PlannedCase } from '../catalogue/types.ts';
import type { CaseResult } from '../check/verdict.ts';
import { countsOf, fiveNumberLine, lastLine } from './counts.ts';
import type { RunFacts, RunFinding } from './evidence.ts';
import { explanationOf } from './evidence.ts';
import { profileTable } from './profile-table.ts';
import { statement } from './summary.ts';

const roles = { station: 'Charging station', csms: 'CSMS' } as const;

/** What stands on the console after a run; the last line is `assay: N passed, N failed, N skipped`. */
export function consoleSummary(
  run: RunFacts,
  cases: readonly PlannedCase[],
  results: readonly CaseResult[],
  findings: readonly RunFinding[] = [],
): string {
  const bad = results.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'not applicable');
  const lines = [
    `${roles[run.sut.role]} under test: ${run.sut.identity}${run.sut.personality === undefined ? '' : ` (${run.sut.personality})`}`,
    `OCPP ${run.edition}, errata ${run.errata}. ${statement}`,
    '',
    ...profileTable(cases, results),
    ...(bad.length === 0
      ? []
      : ['', ...bad.map((result) => `${result.id} ${result.verdict}: ${explanationOf(result) ?? ''}`)]),
    ...(findings.length === 0 ? [] : ['', 'Findings of the run (outside the body of a case):']),
    ...findings.map(
      ({ id, requirement, message, cases: touched }) =>
        `  ${id}${requirement === undefined ? '' : ` [${requirement}]`}: ${message ?? 'broken'} (in ${touched.join(', ')})`,
    ),
    '',
    fiveNumberLine(countsOf(results)),
    lastLine(countsOf(results)),
  ];
  return `${lines.join('\n')}\n`;
}
