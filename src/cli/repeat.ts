import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from '../check/verdict.ts';
import { UsageError } from '../harness/index.ts';

/** Reads `--repeat N`. */
export function timesOf(repeat: string | undefined): number {
  if (repeat === undefined) return 1;
  if (/^[1-9]\d{0,2}$/.test(repeat)) return Number(repeat);
  throw new UsageError(`--repeat ${repeat}: write how often each case is judged, 1 to 999`);
}

const severity = ['not applicable', 'pass', 'none', 'inconclusive', 'fail', 'error'];

/** The worst of several results of one case, the first of equals. */
export function worstRun(runs: readonly [CaseResult, ...CaseResult[]]): CaseResult {
  return runs.reduce((worst, run) => (severity.indexOf(run.verdict) > severity.indexOf(worst.verdict) ? run : worst));
}

/** Gives the timeline of one run a name of its own, before the next run writes over it: `timeline/<case>.run<n>.jsonl`. */
export function keepTimeline(reports: string, result: CaseResult, round: number): CaseResult {
  if (result.timeline === undefined || !existsSync(join(reports, result.timeline))) return result;
  const timeline = result.timeline.replace(/\.jsonl$/, `.run${round}.jsonl`);
  renameSync(join(reports, result.timeline), join(reports, timeline));
  return { ...result, timeline };
}
