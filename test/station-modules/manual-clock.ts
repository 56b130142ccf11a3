import type { Clock } from '../../src/clock/index.ts';

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  readonly factor = 1;
  #now: number;
  #timers: { due: number; callback: () => void }[] = [];

  constructor(start: number) {
    this.#now = start;
  }
  now(): number {
    return this.#now;
  }
  wallNow(): number {
    return this.#now;
  }
  monotonic(): number {
    return this.#now;
  }
  after(ms: number, callback: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, ms), callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }
  afterWall(ms: number, callback: () => void): () => void {
    return this.after(ms, callback);
  }
  get pending(): number {
    return this.#timers.length;
  }

  /** Moves on, running due timers in order; promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const next = this.#timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.due);
      next.callback();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets everything that waits only for promises go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
