import type { CaseRun } from '../case-run.ts';
import { judgeLooked } from '../evidence.ts';
import { fetchFiles } from '../fetched-files.ts';
import type { Arguments } from '../sentence.ts';

/** Form 17. */
export async function holds(run: CaseRun, args: Arguments): Promise<void> {
  run.expected();
  await fetchFiles(run, args.text(0));
  judgeLooked(run, { kind: 'rule', rule: args.text(0) }, {}, args.requirements(1));
}
