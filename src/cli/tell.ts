import type { CaseResult } from '../check/verdict.ts';
import type { RunFinding } from '../report/index.ts';
import { Live } from './live.ts';
import type { Reporting } from './reporting.ts';

/** Who is told what is judged: report and terminal of this process, or the process that started this one. */
export interface Tell {
  begin(id: string): void;
  /** `runs`: every result of the case, in order. */
  result(result: CaseResult, runs: readonly CaseResult[]): void;
  findings(findings: readonly RunFinding[]): void;
}

/** Into the report, with live progress. */
export function tellHere(reporting: Reporting, total: number): Tell {
  const live = new Live(total, reporting.facts.several);
  return {
    begin: (id) => live.begin(id),
    result: (result, runs) => live.end(reporting.add(result, runs)),
    findings: (findings) => reporting.addFindings(findings),
  };
}
