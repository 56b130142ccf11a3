import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../harness/index.ts';
import type { Fault } from './faults.ts';
import { type Interruption, Requested } from './interruption.ts';
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

/** The line that says why a process broke: its error, else the last it printed. */
const reasonIn = (lines: readonly string[]): string =>
  lines.findLast((line) => /^(?:assay: |\w*Error\b)/.test(line)) ?? lines.findLast((line) => line.trim() !== '') ?? '';
const keptLines = 40;

/** Runs one process to its end; what it says is heard, and a fault of whoever hears it is told. */
function runLane(
  { job, prefix = '', asks, hear }: Lane,
  stop: Interruption,
  broke: (error: unknown) => void,
): Promise<LaneEnd> {
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
      tail = [...tail, line].slice(-keptLines);
      to.write(`${prefix}${line}\n`);
    });
  }
  return new Promise((resolve) => {
    let end: LaneEnd | undefined;
    child.on('message', (message: FromLane) => {
      if (message.type === 'end') end = message;
      else {
        try {
          hear(message);
        } catch (error) {
          broke(error);
        }
      }
    });
    child.once('error', (error) => {
      tail = [...tail, error.message];
    });
    const forget = stop.onRequest(() => send({ stop: true }));
    child.once('close', () => {
      forget();
      resolve(end ?? { gone: reasonIn(tail) });
    });
    send({ job });
  });
}

/**
 * Runs processes, `atOnce` of them at a time, in their order. Resolves with the end of each; undefined: not started any more.
 * Rejects with what whoever hears them threw, once all have put back what they changed and ended.
 */
export async function runLanes(
  lanes: readonly Lane[],
  atOnce: number,
  stop: Interruption,
): Promise<(LaneEnd | undefined)[]> {
  const ends: (LaneEnd | undefined)[] = lanes.map(() => undefined);
  const halt = new Requested();
  stop.onRequest(() => halt.request());
  const faults: unknown[] = [];
  const broke = (error: unknown) => {
    faults.push(error);
    halt.request();
  };
  const open = [...lanes.entries()];
  const work = async () => {
    for (let next = open.shift(); next !== undefined && !halt.requested; next = open.shift())
      ends[next[0]] = await runLane(next[1], halt, broke);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, lanes.length) }, work));
  if (faults.length > 0) throw faults[0];
  return ends;
}
