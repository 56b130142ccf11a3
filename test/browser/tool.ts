import { type ChildProcess, spawn } from 'node:child_process';

/** A command of ours that runs until it is told to end. */
export class Tool {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';
  #heard = () => {};

  constructor(...args: string[]) {
    this.#child = spawn(process.execPath, ['bin/assay.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const hear = (text: Buffer) => {
      this.#output += text.toString();
      this.#heard();
    };
    this.#child.stdout?.on('data', hear);
    this.#child.stderr?.on('data', hear);
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** The first group of the pattern, as soon as it was printed; rejects when the command ended without it. */
  said(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#heard = () => {
        const found = pattern.exec(this.#output)?.[1];
        if (found !== undefined) resolve(found);
      };
      this.#heard();
      void this.#ended.then(() => reject(new Error(`ended before it said ${pattern}: ${this.#output}`)));
    });
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
  }
}
