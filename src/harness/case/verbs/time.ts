import { parseValue, TestDesignError } from '../../../check/language/index.ts';
import { evaluate, timeOf } from '../../../check/match/index.ts';
import type { CaseRun } from '../case-run.ts';
import { durationMs, momentOf } from '../moments.ts';
import type { Arguments } from '../sentence.ts';

/** Resolves after OCPP time has passed; what happens meanwhile goes to the inbox. */
export function passTime(run: CaseRun, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let forget = () => {};
    const cancel = run.clock.after(ms, () => {
      forget();
      resolve();
    });
    forget = run.interrupt.onStop((reason) => {
      cancel();
      reject(reason);
    });
  });
}

/** Form 18. */
export async function pass(run: CaseRun, args: Arguments): Promise<void> {
  await passTime(run, durationMs(run, args.text(0)));
}

/** Form 19: waits until a time that a message named; a time in the past is reached already. */
export async function reachMoment(run: CaseRun, args: Arguments): Promise<void> {
  const text = args.text(0);
  const expected = evaluate(parseValue(text), momentOf(run));
  const at = expected.kind === 'time' ? expected.at : expected.kind === 'json' ? timeOf(expected.value) : undefined;
  if (at === undefined) throw new TestDesignError(`${text} is no time`, 'a time field of a message');
  await passTime(run, Math.max(0, at - run.clock.now()));
}
