import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Accepted, CaseResult, Cause, CheckResult, Known, Level, Nearest } from '../check/verdict.ts';
import type { Counts } from './counts.ts';
import { countsOf } from './counts.ts';
import type { Outcome, RunFacts, RunFinding } from './evidence.ts';
import { explanationOf, outcomeOf } from './evidence.ts';
import type { Repetition } from './flakes.ts';
import type { Explanation, Where } from './verdict/explanation.ts';

export interface SummaryCheck {
  readonly id: string;
  readonly requirement?: string;
  readonly level: Level;
  readonly result: CheckResult['result'];
  readonly cause?: Cause;
  readonly message?: string;
  /** Reviewed difference of the product: does not fail the run. */
  readonly known?: Known;
  /** Of a check that is not a pass: what would have passed, and what came closest. */
  readonly accepted?: Accepted;
  readonly nearest?: Nearest;
  /** Event on the timeline, milliseconds since it began, file and anchor. */
  readonly where?: Where;
  /** The difference from the reference run, in one sentence. */
  readonly reference?: string;
  readonly next?: readonly string[];
}
export interface SummaryCase {
  readonly id: string;
  readonly title: string;
  readonly verdict: Outcome;
  /** Everything that keeps it from passing is known. */
  readonly known?: true;
  readonly cause?: Cause;
  readonly reason?: string;
  readonly subject?: string;
  /** Errata and decisions that bear on the case; only where it did not pass. */
  readonly disputed?: readonly string[];
  readonly checks: readonly SummaryCheck[];
  readonly durationMs: number;
}
/** `reports/summary.json`; schema: schemas/summary.schema.json. */
export interface Summary {
  /** true until the last write of the run. */
  readonly incomplete: boolean;
  readonly suite: string;
  readonly edition: string;
  readonly errata: string;
  readonly statement: string;
  readonly sut: RunFacts['sut'];
  readonly clockFactor: number;
  readonly durationMs: number;
  readonly counts: Counts;
  readonly findings: readonly (SummaryCheck & { readonly cases: readonly string[] })[];
  readonly cases: readonly SummaryCase[];
  /** Of a run with --repeat: what did not say the same every time. */
  readonly repetition?: Repetition;
}

/** What no report may leave unsaid. */
export const statement = 'Pre-certification evidence made with Assay; it is no OCPP certificate.';

function checkOf({ id, requirement, level, result, message, known }: CheckResult): SummaryCheck {
  return {
    id,
    ...(requirement === undefined ? {} : { requirement }),
    level,
    result,
    ...(message === undefined ? {} : { message }),
    ...(known === undefined ? {} : { known }),
  };
}

/** What is told of a check that is not a pass, beside its words. */
function explained({ check, cause, where, reference, next }: Explanation): SummaryCheck {
  const { accepted, nearest } = check;
  return {
    ...checkOf(check),
    ...(cause === undefined ? {} : { cause: cause.name }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(nearest === undefined ? {} : { nearest }),
    ...(where === undefined ? {} : { where }),
    ...(reference === undefined ? {} : { reference: reference.sentence }),
    next,
  };
}

function caseOf(result: CaseResult, told: readonly Explanation[]): SummaryCase {
  const verdict = outcomeOf(result.verdict);
  const reason = verdict === 'pass' ? result.reason : explanationOf(result);
  const worst = told.find(({ check }) => check.result === result.verdict);
  const cause = result.cause ?? worst?.cause?.name;
  const disputed = verdict === 'pass' ? [] : (told[0]?.disputed ?? []);
  return {
    id: result.id,
    title: result.title,
    verdict,
    ...(result.known === undefined ? {} : { known: result.known }),
    ...(cause === undefined ? {} : { cause }),
    ...(reason === undefined ? {} : { reason }),
    ...(result.subject === undefined ? {} : { subject: result.subject }),
    ...(disputed.length === 0 ? {} : { disputed }),
    checks: result.checks.map((check) => {
      const found = told.find((each) => each.check === check);
      return found === undefined ? checkOf(check) : explained(found);
    }),
    durationMs: Math.round(result.durationMs),
  };
}

/** The summary of what is judged so far; `incomplete` stays true until the run is over. */
export function summaryOf(
  run: RunFacts,
  results: readonly CaseResult[],
  state: {
    readonly incomplete: boolean;
    readonly findings?: readonly RunFinding[];
    readonly repetition?: Repetition;
    /** Explanations of what is not a pass. */
    readonly told?: ReadonlyMap<CaseResult, readonly Explanation[]>;
  },
): Summary {
  return {
    incomplete: state.incomplete,
    suite: run.suite,
    edition: run.edition,
    errata: run.errata,
    statement,
    sut: run.sut,
    clockFactor: run.clockFactor,
    durationMs: Math.round(run.durationMs),
    counts: countsOf(results),
    findings: (state.findings ?? []).map((finding) => ({ ...checkOf(finding), cases: finding.cases })),
    cases: results.map((result) => caseOf(result, state.told?.get(result) ?? [])),
    ...(state.repetition === undefined ? {} : { repetition: state.repetition }),
  };
}

/** Writes JSON beside the target and renames it, so that a reader never meets half a file. Makes the folder. */
export function writeJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, `${JSON.stringify(value, undefined, 2)}\n`);
  renameSync(unfinished, file);
}
