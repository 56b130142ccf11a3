import type { CaseResult } from '../check/verdict.ts';
import { type Run, runScenarios } from '../harness/index.ts';
import type { Interruption } from './interruption.ts';
import { keepTimeline, worstRun } from './repeat.ts';

export interface JudgeOptions {
  readonly run: Run;
  readonly ids: readonly string[];
  readonly features: string;
  readonly stop: Interruption;
  /** Whether a missed deadline is final as it is: a subject known to be broken needs no second try in real time. */
  readonly broken?: boolean;
  /** Each case is judged so often and its result is the worst one; in `reports` the timeline of each run gets a name of its own. */
  readonly repeat?: { readonly times: number; readonly reports: string };
  /** Compatibility fails like a requirement. */
  readonly strict?: boolean;
  readonly onBegin: (id: string) => void;
  /** `runs`: every result of the case, in order. */
  readonly onResult: (result: CaseResult, runs: readonly CaseResult[]) => void;
}

/** A deadline passed: on a fast clock that is worth a second look. */
export const timedOut = ({ checks }: CaseResult) => checks.some(({ late }) => late === true);

/** Judges cases one after the other; a deadline missed on a fast clock is tried once more on real time, and a difference is our error. */
export async function judgeCases(options: JudgeOptions): Promise<void> {
  const { run, ids, features, stop, broken, repeat, onBegin, onResult } = options;
  run.strict = options.strict === true;
  const judge = (id: string) => (broken === true ? judgeOnce(run, id, features) : judgeCase(run, id, features));
  const forget = stop.onRequest(() => run.interrupt.request());
  for (const id of ids) {
    if (stop.requested) break;
    onBegin(id);
    if (repeat === undefined || repeat.times === 1) {
      const result = await judge(id);
      onResult(result, [result]);
      continue;
    }
    const { times, reports } = repeat;
    const runs: [CaseResult, ...CaseResult[]] = [keepTimeline(reports, await judge(id), 1)];
    for (let round = 2; round <= times && !stop.requested; round += 1)
      runs.push(keepTimeline(reports, await judge(id), round));
    onResult(worstRun(runs), runs);
  }
  forget();
}

async function judgeCase(run: Run, id: string, features: string): Promise<CaseResult> {
  const first = await judgeOnce(run, id, features);
  if (run.interrupt.requested) return first;
  if (run.factorFor(id) === 1 || first.verdict === 'pass' || first.verdict === 'not applicable' || !timedOut(first))
    return first;
  const again = await run.inRealTime(() => judgeOnce(run, id, features));
  if (again.verdict === first.verdict || run.interrupt.requested) return again;
  const message = `a deadline failed on a clock ${run.factorFor(id)} times as fast (${first.verdict}), and not in real time (${again.verdict}): the harness is too slow for this factor`;
  return {
    ...again,
    verdict: 'error',
    reason: message,
    checks: [...again.checks, { id: `${id}/clock`, level: 'SHALL', result: 'error', message }],
  };
}

/** One verdict on the clock as it is; `failFast` leaves out the examples after the first bad one. */
export async function judgeOnce(run: Run, id: string, features: string, failFast = false): Promise<CaseResult> {
  run.results.delete(id);
  run.batch = new Set([id]);
  const success = await runScenarios(features, failFast);
  const result = run.results.get(id);
  if (result === undefined) {
    return {
      id,
      title: id,
      verdict: 'error',
      reason: 'the scenario did not run to its end',
      checks: [],
      durationMs: 0,
    };
  }
  return success || result.verdict !== 'pass' ? result : unexplained(result);
}

/** Cucumber saw a failure that no check of ours explains: never a pass. */
function unexplained(result: CaseResult): CaseResult {
  const message = 'a sentence failed without a check on record; this is a fault of the harness';
  const check = { id: `${result.id}/unexplained`, level: 'SHALL', result: 'error', message } as const;
  return { ...result, verdict: 'error', reason: message, checks: [...result.checks, check] };
}
