import type { CallOutcome } from '../../transport/types.ts';
import type { CaseRun } from './case-run.ts';

type Payload = Readonly<Record<string, unknown>>;

/** Puts on record what a request is about to change; the result is told how it ended. What was asked for that is no business of the case. */
export async function recordChange(
  run: CaseRun,
  action: string,
  payload: Payload,
): Promise<(outcome: CallOutcome) => void> {
  if (run.device === undefined) return () => {};
  const from = run.inbox.end;
  const ended = await run.device.changing(action, payload);
  const answers = run.inbox
    .since(from)
    .filter(({ name, sender }) => sender === run.sut && /Response$|^CALLERROR$/.test(name));
  run.setAside(answers.map(({ index }) => index));
  return ended;
}
