import type { CheckResult } from '../verdict.ts';

/** A check whose result is not what the recording says. */
export interface Change {
  readonly check: string;
  readonly requirement?: string;
  /** Left out: there was no such check. */
  readonly before?: CheckResult['result'];
  /** Left out: there is no such check any more. */
  readonly now?: CheckResult['result'];
  readonly message?: string;
}

/** Checks with another result, or that only one of the two has; equal checks are left out. */
export function changesBetween(recorded: readonly CheckResult[], now: readonly CheckResult[]): Change[] {
  const before = new Map(recorded.map((check) => [check.id, check]));
  const after = new Map(now.map((check) => [check.id, check]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): Change[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was?.result === is?.result && was?.level === is?.level) return [];
    const { requirement, message } = is ?? was ?? {};
    return [
      {
        check: id,
        ...(requirement === undefined ? {} : { requirement }),
        ...(was === undefined ? {} : { before: was.result }),
        ...(is === undefined ? {} : { now: is.result }),
        ...(message === undefined ? {} : { message }),
      },
    ];
  });
}
