import type { OfficialCase } from '../catalogue/types.ts';
import type { CaseResult, CheckResult, Verdict } from '../check/verdict.ts';
import type { TimelineEvent } from '../timeline/events.ts';
import type { ReferenceRun } from './reference/index.ts';

/** What a run was about; every report says it. */
export interface RunFacts {
  readonly suite: string; // package version
  readonly edition: string; // such as "2.0.1 Edition 3"
  readonly errata: string; // such as "2025-09"
  readonly sut: {
    readonly role: OfficialCase['role'];
    readonly identity: string;
    readonly firmware?: string;
    readonly personality?: string;
  };
  readonly clockFactor: number;
  /** Wall time of the first case, epoch milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** More than one product, and each case judged on each: what is told of a case says on which. */
  readonly several?: boolean;
  /** Ended before its time: cases of the plan are missing. */
  readonly incomplete?: boolean;
}

/** One case as the reports take it. */
export interface CaseEvidence {
  readonly result: CaseResult;
  readonly role: OfficialCase['role'];
  /** Missing for own cases (X_...) that no official case covers. */
  readonly official?: OfficialCase;
  /** Wall time of the first event, epoch milliseconds. */
  readonly startedAt: number;
  /** As written to disk: secrets already replaced. */
  readonly events: readonly TimelineEvent[];
  /** The JSON Lines file of these events, absolute; left out when nothing was recorded. */
  readonly timelineFile?: string;
  /** What the product that passes sent in this case, where it is known. */
  readonly reference?: ReferenceRun;
}

/** A SHALL broken outside the body of a case: listed once, with the cases it touched; it fails the run. */
export interface RunFinding extends CheckResult {
  readonly cases: readonly string[];
}

/** The five outcomes reports count. A case in which nothing was judged is inconclusive, never a pass. */
export type Outcome = Exclude<Verdict, 'none'>;

export function outcomeOf(verdict: Verdict): Outcome {
  return verdict === 'none' ? 'inconclusive' : verdict;
}

/** Page of a case's timeline, relative to the reports folder: beside the timeline, one for all runs of a repeated case. */
export const timelinePageOf = ({ id, timeline = `timeline/${id}.jsonl` }: CaseResult): string =>
  timeline.replace(/(?:\.run\d+)?\.jsonl$/, '.html');

/** Why a case did not pass, in one line; undefined for a pass. */
export function explanationOf(result: CaseResult): string | undefined {
  if (result.verdict === 'pass') return undefined;
  if (result.reason !== undefined) return result.reason;
  const worst = failedChecks(result)[0];
  if (worst !== undefined) return worst.message ?? `${worst.id} ${worst.result}`;
  return result.verdict === 'none' ? 'nothing was judged' : undefined;
}

const severity: readonly CheckResult['result'][] = ['error', 'fail', 'inconclusive'];

/** The checks that keep a case from passing; those of the case's own verdict first. */
export function failedChecks({ checks, verdict }: CaseResult): readonly CheckResult[] {
  const rank = ({ result }: CheckResult): number => (result === verdict ? -1 : severity.indexOf(result));
  return checks.filter(({ result }) => severity.includes(result)).sort((left, right) => rank(left) - rank(right));
}
