import { judgeLeftovers } from '../../check/leftovers.ts';
import { judgeSchemas } from '../../check/schema-judge.ts';
import type { Observation } from '../../check/types.ts';
import type { CaseRun } from './case-run.ts';
import { CheckFailed } from './outcome.ts';

/**
 * The last implicit step: everything that no sentence looked at. Every frame of both sides against its schema, and what the SUT
 * sent without being asked. Throws when the verdict is worse than pass.
 */
export async function judgeCase(run: CaseRun): Promise<void> {
  judgeWhole(run);
  const { verdict, all } = run.checks;
  if (verdict === 'pass' || verdict === 'not applicable') return;
  const worst = all.find(({ result }) => result !== 'pass' && result !== 'warning' && result !== 'observation');
  throw new CheckFailed(worst?.message ?? `the verdict is ${verdict}`);
}

/** The judgements over the whole case; also run when a sentence already failed. */
export function judgeWhole(run: CaseRun): void {
  for (const check of judgeSchemas(run.setting.timeline.events(), run.sut)) run.check(check);
  const left = run.inbox.unconsumed().filter((each) => each.sender === run.sut && !repeatsUsed(run, each));
  for (const check of judgeLeftovers(left, { used: run.inbox.used })) run.check(check);
}

/** A security event of a type that a sentence already used: each refused attempt may be told again. */
function repeatsUsed(run: CaseRun, { name, fields, index }: Observation): boolean {
  if (name !== 'SecurityEventNotificationRequest') return false;
  return run.inbox.all.some(
    (other) =>
      other.index < index &&
      other.name === name &&
      other.fields['type'] === fields['type'] &&
      run.inbox.used.has(other.sequence),
  );
}
