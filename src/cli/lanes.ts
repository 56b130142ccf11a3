import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../harness/index.ts';
import type { Fault } from './faults.ts';
import type { Interruption } from './interruption.ts';
import type { FromLane, LaneJob, ToLane } from './lane-messages.ts';

export interface Lane {
  readonly job: LaneJob;
  /** Before each line it prints; left out, nothing. */
  readonly prefix?: string;
  /** Whether it may ask at the terminal. */
  readonly asks: boolean;
  readonly hear: (message: FromLane) => void;
}
/** How a process ended: it said so itself, or it was gone before, with the last it printed. */
export type LaneEnd = { readonly came: boolean; readonly fault?: Fault } | { readonly gone: string };

/** Runs one process to its end. */
function runLane({ job, prefix = '', asks, hear }: Lane, stop: Interruption): Promise<LaneEnd> {
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'assay.mjs'), 'lane'], {
    stdio: [asks ? 'inherit' : 'ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  });
  const send = (message: ToLane) => {
    if (child.connected) child.send(message, () => {}); // a process that ended early is told by `close`
  };
  let tail: string[] = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (from === null) continue;
    createInterface({ input: from }).on('line', (line) => {
      tail = [...tail, line].slice(-4);
      to.write(`${prefix}${line}\n`);
    });
  }
  return new Promise((resolve) => {
    let end: LaneEnd | undefined;
    child.on('message', (message: FromLane) => {
      if (message.type === 'end') end = message;
      else hear(message);
    });
    child.once('error', (error) => {
      tail = [...tail, error.message];
    });
    const forget = stop.onRequest(() => send({ stop: true }));
    child.once('close', () => {
      forget();
      resolve(end ?? { gone: tail.join('; ') });
    });
    send({ job });
  });
}

/** Runs processes, `atOnce` of them at a time, in their order. Resolves with the end of each; undefined: not started any more. */
export async function runLanes(
  lanes: readonly Lane[],
  atOnce: number,
  stop: Interruption,
): Promise<(LaneEnd | undefined)[]> {
  const ends: (LaneEnd | undefined)[] = lanes.map(() => undefined);
  const open = [...lanes.entries()];
  const work = async () => {
    for (let next = open.shift(); next !== undefined && !stop.requested; next = open.shift())
      ends[next[0]] = await runLane(next[1], stop);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, work));
  return ends;
}
