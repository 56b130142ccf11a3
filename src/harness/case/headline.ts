import type { CheckResult } from '../../check/verdict.ts';

/** One line for progress, summary and the head of a report: what was wrong, where it differed, the requirement. */
export function headline({ message = '', requirement }: CheckResult): string {
  const [first = '', second] = message.split('\n');
  if (second === undefined) return first;
  const differences = message.split('\n').flatMap((line) => /^\s+x (.+)$/.exec(line)?.[1] ?? []);
  const what = differences.length === 0 ? second : `${second}: ${differences.join('; ')}`;
  return requirement === undefined ? what : `${what} [${requirement}]`;
}
