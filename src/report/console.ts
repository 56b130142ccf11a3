import type { PlannedCase } from '../catalogue/types.ts';
import type { CaseResult, CheckResult } from '../check/verdict.ts';
import { countsOf, fiveNumberLine, lastLine } from './counts.ts';
import type { RunFacts, RunFinding } from './evidence.ts';
import { explanationOf } from './evidence.ts';
import { flakeLines, type Repetition } from './flakes.ts';
import { profileTable } from './profile-table.ts';
import { statement } from './summary.ts';
import type { Explanation } from './verdict/explanation.ts';
import { shortText } from './verdict/text.ts';

/** A case that did not pass: its line, then each check that kept it from passing. */
function caseLines(result: CaseResult, told: readonly Explanation[], several: boolean): string[] {
  const kept = told.filter(({ check }) => check.result !== 'warning').slice(0, mostChecks);
  const subject = several && result.subject !== undefined ? ` (${result.subject})` : '';
  const head = `${result.id}${subject} ${result.verdict}: ${explanationOf(result) ?? ''}`;
  return [head, ...kept.flatMap((each) => shortText(each).map((line) => `  ${line}`))];
}

/** Of one case on the console; the report has them all. */
const mostChecks = 3;

const roles = { station: 'Charging station', csms: 'CSMS' } as const;

/** A run of both embedded subjects says so. */
function underTest({ sut }: RunFacts, results: readonly CaseResult[]): string {
  const csms = results.filter(({ id }) => id.endsWith('_CSMS')).length;
  return csms > 0 && csms < results.length ? `${roles.station} and ${roles.csms}` : roles[sut.role];
}

/** Failures that the baseline of the run excuses: still failures, and still told. */
function knownLines(results: readonly CaseResult[], findings: readonly RunFinding[]): string[] {
  const told = (where: string, { id, known }: CheckResult) =>
    known === undefined ? [] : [`  ${id.startsWith(where) ? id : `${where} ${id}`}: ${known.reason} (${known.link})`];
  const lines = [
    ...results.flatMap(({ id, checks }) => checks.flatMap((check) => told(id, check))),
    ...findings.flatMap((finding) => told(finding.cases.join(', '), finding)),
  ];
  return lines.length === 0 ? [] : ['', 'Known differences (they fail, and do not fail the run):', ...lines];
}

/** What else a run has to say. */
export interface ConsoleNotes {
  /** Explanations of what is not a pass. */
  readonly told?: ReadonlyMap<CaseResult, readonly Explanation[]>;
  /** Known differences of which this run says nothing. */
  readonly unused?: number;
  readonly repetition?: Repetition;
}

/** The profiles above say the worst of all subjects. */
function bySubject(results: readonly CaseResult[]): string[] {
  const subjects = [...new Set(results.map(({ subject }) => subject ?? 'subject unknown'))].sort();
  const of = (name: string) => results.filter(({ subject = 'subject unknown' }) => subject === name);
  return [...subjects.map((name) => `${name}: ${fiveNumberLine(countsOf(of(name)))}`), ''];
}

/** What stands on the console after a run; the last line is `assay: N passed, N failed, N skipped`. */
export function consoleSummary(
  run: RunFacts,
  cases: readonly PlannedCase[],
  results: readonly CaseResult[],
  findings: readonly RunFinding[] = [],
  { unused = 0, repetition, told = new Map() }: ConsoleNotes = {},
): string {
  const bad = results.filter(
    ({ verdict, known }) => verdict !== 'pass' && verdict !== 'not applicable' && known === undefined,
  );
  const several = run.several === true;
  const unknown = findings.filter(({ known }) => known === undefined);
  const lines = [
    `${underTest(run, results)} under test: ${run.sut.identity}${run.sut.personality === undefined ? '' : ` (${run.sut.personality})`}`,
    `OCPP ${run.edition}, errata ${run.errata}. ${statement}`,
    '',
    ...profileTable(cases, results),
    ...bad.flatMap((result) => ['', ...caseLines(result, told.get(result) ?? [], several)]),
    ...knownLines(results, findings),
    ...(repetition === undefined ? [] : ['', ...flakeLines(repetition)]),
    ...(unused === 0 ? [] : ['', `${unused} of the known differences: nothing was judged of them in this run`]),
    ...(unknown.length === 0 ? [] : ['', 'Findings of the run (outside the body of a case):']),
    ...unknown.map(
      ({ id, requirement, message, cases: touched }) =>
        `  ${id}${requirement === undefined ? '' : ` [${requirement}]`}: ${message ?? 'broken'} (in ${touched.join(', ')})`,
    ),
    '',
    ...(several ? bySubject(results) : []),
    fiveNumberLine(countsOf(results)),
    lastLine(countsOf(results)),
  ];
  return `${lines.join('\n')}\n`;
}
