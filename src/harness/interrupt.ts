import { interruptedReason } from '../check/verdict.ts';
import { Inconclusive } from './case/outcome.ts';

const stopped = () => new Inconclusive('operator', interruptedReason);

/** A person wants the run to end: waiting stops at once, what was changed is still put back. */
export class Interrupt {
  #requested = false;
  #restoring = false;
  readonly #listeners = new Set<() => void>();

  /** It was asked for. */
  get requested(): boolean {
    return this.#requested;
  }
  request(): void {
    this.#requested = true;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Restore is not interrupted; it has a limit of its own. */
  async whileRestoring<T>(work: () => Promise<T>): Promise<T> {
    this.#restoring = true;
    try {
      return await work();
    } finally {
      this.#restoring = false;
    }
  }

  /** Called with the reason when waiting is to stop, at once if that is already so; the returned function ends it. */
  onStop(listener: (reason: Inconclusive) => void): () => void {
    if (this.#restoring) return () => {};
    const tell = () => listener(stopped());
    if (this.#requested) {
      tell();
      return () => {};
    }
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  /** The outcome of the work, or Inconclusive as soon as the run is interrupted: the work itself is left to its own deadline. */
  async orStop<T>(work: Promise<T>): Promise<T> {
    let forget = () => {};
    const interrupted = new Promise<never>((_resolve, reject) => {
      forget = this.onStop(reject);
    });
    try {
      return await Promise.race([work, interrupted]);
    } finally {
      forget();
    }
  }
}
