import { rename, writeFile } from 'node:fs/promises';
import { writeJson } from '../report/index.ts';

/**
 * A JSON file that is written over and over while a run goes on: always whole on disk, and nobody waits for the disk. What is
 * asked for while a write is under way is written after it, only the newest of it.
 */
export class LatestJson {
  readonly #file: string;
  #writing: Promise<void> | undefined;
  #next: (() => unknown) | undefined;
  #failure: Error | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Writes at the next chance; `value` is asked when its turn comes. Throws what an earlier write ended with. */
  soon(value: () => unknown): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#next = value;
    this.#writing ??= this.#writeAll();
  }

  /** Writes this after all others; on disk when it resolves. */
  async last(value: unknown): Promise<void> {
    await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
    writeJson(this.#file, value);
  }

  async #writeAll(): Promise<void> {
    const unfinished = `${this.#file}.${process.pid}.tmp`;
    try {
      for (let value = this.#next; value !== undefined; value = this.#next) {
        this.#next = undefined;
        await writeFile(unfinished, `${JSON.stringify(value(), undefined, 2)}\n`);
        await rename(unfinished, this.#file);
      }
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    } finally {
      this.#writing = undefined;
    }
  }
}
