import type { Deadline } from '../config/types.ts';
import type { CaseRun } from './case-run.ts';
import { durationMs } from './moments.ts';
import type { Window } from './sentence.ts';

const kinds: readonly (readonly [RegExp, Deadline])[] = [
  [/Response$|^CALLERROR$/, 'response'],
  [/^BootNotification|^connection attempt$|^disconnection$|^SecurityEventNotification/, 'boot'],
  [/^TransactionEvent/, 'transaction'],
  [/^FirmwareStatus|^file |^LogStatus/, 'file'],
];

/** OCPP milliseconds a sentence waits: its own window, or the longest configured one for what it names. */
export function withinMs(run: CaseRun, names: readonly string[], window: Window | undefined): number {
  if (window !== undefined) return durationMs(run, window.span);
  const seconds = names.map((name) => {
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'message';
    return run.config.deadlines[run.progress.booting && kind === 'message' ? 'boot' : kind];
  });
  return Math.max(...seconds) * 1000;
}
