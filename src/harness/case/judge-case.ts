import { type CheckResult, strictly } from '../../check/verdict.ts';
import { judgeRest } from '../../check/whole.ts';
import type { CaseRun } from './case-run.ts';
import { CheckFailed } from './outcome.ts';

/**
 * The last implicit step: everything that no sentence looked at, as far as the case has come. Throws when the verdict is worse
 * than pass. What is found stays on record when the case ends: only then have the monitors seen everything.
 */
export async function judgeCase(run: CaseRun): Promise<void> {
  const strict = run.setting.strict === true;
  const found = [...run.setting.monitors.checks, ...leftoverChecks(run)].map((check) => strictly(check, strict));
  const verdict = run.checks.verdictWith(found);
  if (verdict === 'pass' || verdict === 'not applicable') return;
  const worst = [...run.checks.all, ...found].find(
    ({ result }) => result !== 'pass' && result !== 'warning' && result !== 'observation',
  );
  throw new CheckFailed(worst?.message ?? `the verdict is ${verdict}`);
}

/** What the SUT sent in the body without being asked. */
export function leftoverChecks({ inbox, sut }: CaseRun): CheckResult[] {
  return judgeRest(inbox.all, inbox.consumed, sut);
}
