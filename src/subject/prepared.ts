import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/** The command that runs a subject, such as { command: process.execPath, args: ['subject.js', 'station'] }. */
export interface SubjectEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const waiting = new Map<string, ChildProcess>();
const keyOf = ({ command, args }: SubjectEntry): string => JSON.stringify([command, ...args]);

export function startProcess({ command, args, env }: SubjectEntry): ChildProcess {
  return spawn(command, [...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(env === undefined ? {} : { env }),
    windowsHide: true,
  });
}

/** Its pipes keep this process alive, or do not. */
function hold(child: ChildProcess, held: boolean): void {
  const pipes = [child.stdin, child.stdout, child.stderr] as readonly (Partial<Socket> | null)[];
  for (const one of [child, ...pipes]) {
    if (held) one?.ref?.();
    else one?.unref?.();
  }
}

/**
 * Starts the process of a subject whose options are not known yet, so that it loads while the rest is made ready; spawnSubject
 * takes it. It waits for its options on stdin and ends with this process if nobody takes it.
 */
export function prepareSubject(entry: SubjectEntry): void {
  const child = startProcess(entry);
  const forget = () => void waiting.delete(keyOf(entry));
  child.once('error', forget).once('exit', forget);
  waiting.set(keyOf(entry), child);
  hold(child, false);
}

/** The process prepared for this entry, once; undefined when there is none. */
export function takePrepared(entry: SubjectEntry): ChildProcess | undefined {
  const child = waiting.get(keyOf(entry));
  if (child === undefined) return undefined;
  waiting.delete(keyOf(entry));
  hold(child, true);
  return child;
}
