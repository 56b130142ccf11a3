import type { CaseRun } from '../case-run.ts';
import { fetchFiles } from '../fetched-files.ts';
import { timelineRule } from '../rules.ts';
import type { Arguments } from '../sentence.ts';

/** Form 17. */
export async function holds(run: CaseRun, args: Arguments): Promise<void> {
  run.expected();
  await fetchFiles(run, args.text(0));
  const reason = timelineRule(run, args.text(0));
  run.judge(
    args.requirements(1),
    reason === undefined
      ? undefined
      : { message: `the rule "${args.text(0)}" does not hold: ${reason}`, expected: args.text(0), actual: reason },
  );
}
