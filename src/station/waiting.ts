import type { Clock } from '../clock/index.ts';

/** Resolves when the OCPP time is over (true), or when `signal` aborts before (false). */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false);
      return;
    }
    const stop = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(Math.max(0, ms), () => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Something that others wait for, such as the end of all transactions. */
export class Gate {
  readonly #waiting = new Set<() => void>();

  /** Lets everybody look again. */
  open(): void {
    for (const resume of [...this.#waiting]) resume();
  }

  /** Resolves true once `ready()` holds, looked at now and at every opening; false when `signal` aborts before. */
  until(ready: () => boolean, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        if (!signal.aborted && !ready()) return;
        this.#waiting.delete(look);
        signal.removeEventListener('abort', look);
        resolve(!signal.aborted);
      };
      this.#waiting.add(look);
      signal.addEventListener('abort', look);
      look();
    });
  }
}
