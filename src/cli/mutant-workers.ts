import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ScaledClock } from '../clock/index.ts';
import { packageRoot } from '../harness/index.ts';
import type { MutantTrial } from '../report/index.ts';

/** Wall ms that one mutant may take; every wait inside has a shorter deadline of its own. */
const patienceMs = 10 * 60_000;

/** One process that tries mutants one after the other; it starts with the first and is started anew when it broke. */
export class MutantWorker {
  readonly #reports: string;
  readonly #clock = new ScaledClock();
  #child: ChildProcess | undefined;
  #heard: (outcome: 'done' | 'late' | 'gone') => void = () => {};
  #tail: string[] = [];

  /** `reports`: folder that gets a folder a mutant. */
  constructor(reports: string) {
    this.#reports = reports;
  }

  #start(): ChildProcess {
    const args = [join(packageRoot, 'bin', 'assay.mjs'), 'mutant-worker', this.#reports];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    this.#tail = [];
    child.stdin.on('error', () => {}); // a process that ended early is told by `close`
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'done') this.#heard('done');
      else this.#keep(line);
    });
    createInterface({ input: child.stderr }).on('line', (line) => this.#keep(line));
    child.once('error', (error) => this.#keep(error.message));
    child.once('close', () => {
      if (this.#child === child) this.#child = undefined;
      this.#heard('gone');
    });
    return child;
  }
  #keep(line: string): void {
    this.#tail = [...this.#tail, line].slice(-8);
  }

  /** Tries one mutant; a worker that dies or hangs makes the trial `brokenOff`, with the last it said. */
  async try(name: string): Promise<MutantTrial> {
    const file = join(this.#reports, name, 'trial.json');
    rmSync(join(this.#reports, name), { recursive: true, force: true });
    const child = this.#child ?? this.#start();
    this.#child = child;
    const outcome = await new Promise<'done' | 'late' | 'gone'>((resolve) => {
      const cancel = this.#clock.afterWall(patienceMs, () => resolve('late'));
      this.#heard = (what) => {
        cancel();
        resolve(what);
      };
      child.stdin?.write(`${name}\n`);
    });
    if (outcome === 'done' && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
    child.kill('SIGKILL');
    this.#child = undefined;
    const why = outcome === 'late' ? `no end within ${patienceMs / 1000} s` : 'its process ended';
    return { applied: false, exercised: false, cases: [], brokenOff: [why, ...this.#tail].join('; ') };
  }

  /** Ends the process; resolves when it is gone. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.end();
    await gone;
  }
}
