import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Clock, ScaledClock } from '../clock/index.ts';
import { type SubjectEntry, startProcess, takePrepared } from './prepared.ts';

export interface SpawnOptions {
  readonly role: 'station' | 'csms';
  /** Handed over as one line of JSON on the child's stdin. */
  readonly options: object;
  readonly entry: SubjectEntry;
  /** Only wall time is used. */
  readonly clock?: Clock;
  /** Wall ms until `ready`; 30 s when left out. */
  readonly readyWithinMs?: number;
}

export interface MutantReport {
  readonly mutant: string;
  readonly applied?: true;
  readonly exercised?: true;
}
export interface SubjectEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Last lines it wrote to stderr, or to stdout without being asked. */
  readonly tail: string;
}
export interface Subject {
  readonly role: 'station' | 'csms';
  readonly pid: number;
  /** Facts of its `ready` line, such as `rig` (URL of the rig port) and `identity`. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** What was said of mutants so far, and from now on to the listener; the returned function ends it. */
  readonly mutants: readonly MutantReport[];
  onMutant(listener: (report: MutantReport) => void): () => void;
  /** Settles when the process is gone, expected or not. Never rejects. */
  readonly ended: Promise<SubjectEnd>;
  /** SIGTERM, then SIGKILL after 2 s. Resolves when the process is gone; a second call waits for the same end. */
  stop(): Promise<SubjectEnd>;
}

const patience = { readyMs: 30_000, stopMs: 2_000 };
const tailLines = 20;

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** What the process says, line by line. */
class Speech {
  readonly mutants: MutantReport[] = [];
  readonly listeners = new Set<(report: MutantReport) => void>();
  readonly #tail: string[] = [];
  readonly #onReady: (facts: Readonly<Record<string, unknown>>) => void;

  constructor(child: ChildProcess, onReady: (facts: Readonly<Record<string, unknown>>) => void) {
    this.#onReady = onReady;
    if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', (line) => this.#heard(line));
    if (child.stderr !== null) createInterface({ input: child.stderr }).on('line', (line) => this.#keep(line));
  }
  get tail(): string {
    return this.#tail.join('\n');
  }
  #keep(line: string): void {
    this.#tail.push(line);
    if (this.#tail.length > tailLines) this.#tail.shift();
  }
  #heard(line: string): void {
    const said = parsed(line);
    if (said?.['ready'] === true) this.#onReady(said);
    else if (typeof said?.['mutant'] === 'string') this.#report(said['mutant'], said['exercised'] === true);
    else this.#keep(line);
  }
  #report(mutant: string, exercised: boolean): void {
    const report: MutantReport = exercised ? { mutant, exercised: true } : { mutant, applied: true };
    this.mutants.push(report);
    for (const listener of [...this.listeners]) listener(report);
  }
}

function gone(child: ChildProcess, speech: Speech): Promise<SubjectEnd> {
  return new Promise((resolve) => {
    // `close` comes after the last line of both streams; a command that cannot be started has only `error`.
    child.once('close', (code, signal) => resolve({ code, signal, tail: speech.tail }));
    child.once('error', (error) => resolve({ code: null, signal: null, tail: error.message }));
  });
}

/**
 * Starts an embedded subject as a process of its own and waits until it is ready. Rejects with one message (and the last
 * lines the process wrote) when it cannot be started, ends before, or is not ready in time; no process is left behind.
 */
export async function spawnSubject(options: SpawnOptions): Promise<Subject> {
  const { role, entry, clock = new ScaledClock(), readyWithinMs = patience.readyMs } = options;
  const child = takePrepared(entry) ?? startProcess(entry);
  let onReady: (facts: Readonly<Record<string, unknown>>) => void = () => {};
  const isReady = new Promise<Readonly<Record<string, unknown>>>((resolve) => {
    onReady = resolve;
  });
  const speech = new Speech(child, (facts) => onReady(facts));
  const ended = gone(child, speech);
  child.stdin?.on('error', () => {}); // a process that ended early is told by `ended`
  child.stdin?.write(`${JSON.stringify(options.options)}\n`);

  let stopping: Promise<SubjectEnd> | undefined;
  const stop = (): Promise<SubjectEnd> => {
    stopping ??= (async () => {
      child.stdin?.end();
      child.kill('SIGTERM');
      const cancel = clock.afterWall(patience.stopMs, () => child.kill('SIGKILL'));
      const end = await ended;
      cancel();
      return end;
    })();
    return stopping;
  };

  let cancelDeadline = () => {};
  const late = new Promise<'late'>((resolve) => {
    cancelDeadline = clock.afterWall(readyWithinMs, () => resolve('late'));
  });
  const first = await Promise.race([isReady, late, ended.then((): 'ended' => 'ended')]);
  cancelDeadline();
  const last = () => (speech.tail === '' ? '' : `:\n${speech.tail}`);
  if (first === 'late') {
    await stop();
    throw new Error(`the embedded ${role} was not ready within ${readyWithinMs / 1000} s${last()}`);
  }
  if (first === 'ended') {
    const { code, signal, tail } = await ended;
    const how = signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
    throw new Error(`the embedded ${role} ended before it was ready (${how})${tail === '' ? '' : `: ${tail}`}`);
  }
  return {
    role,
    pid: child.pid ?? 0,
    ready: first,
    mutants: speech.mutants,
    onMutant: (listener) => {
      speech.listeners.add(listener);
      return () => speech.listeners.delete(listener);
    },
    ended,
    stop,
  };
}
