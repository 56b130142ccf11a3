import { createInterface } from 'node:readline';

/** One line to the parent: `ready`, `mutant ... applied`, `mutant ... exercised`. */
export type Say = (line: object) => void;
export interface RunningSubject {
  /** Facts of the `ready` line: where the subject's ports are. */
  readonly ready: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

export const say: Say = (line) => void process.stdout.write(`${JSON.stringify(line)}\n`);

/** The first line of stdin: the options as JSON text. Undefined when stdin ended before. */
function firstLine(ended: () => void): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin });
  return new Promise((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => {
      resolve(undefined);
      ended();
    });
  });
}

/**
 * Life of a subject as a child process: reads its options from the first line of stdin, starts, says `ready`, and ends with
 * SIGTERM or the end of stdin, which means that the parent is gone. Problems are one line on stderr and exit code 1.
 */
export async function liveAsChild(run: (optionsJson: string, say: Say) => Promise<RunningSubject>): Promise<void> {
  let running: RunningSubject | undefined;
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await running?.stop();
    process.exit(0);
  };
  const fail = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  };
  const stop = (): void => void end().catch(fail);
  process.once('SIGTERM', stop);
  // Ctrl-C at a terminal reaches every process of the group; the parent finishes its case first, then stops its subject.
  process.on('SIGINT', () => {});
  // A parent that is gone can read nothing any more.
  process.stdout.on('error', stop);
  try {
    const json = await firstLine(stop);
    if (json === undefined) return;
    running = await run(json, say);
    if (!ending) say({ ready: true, ...running.ready });
  } catch (error) {
    fail(error);
  }
}
