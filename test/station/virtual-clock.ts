import type { Clock } from '../../src/clock/index.ts';

/** Lets everything that is ready happen: microtasks and what was put behind the next turn. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Time that passes only when the test says so. */
export class VirtualClock implements Clock {
  readonly factor = 1;
  #now = Date.parse('2026-03-01T10:00:00.000Z');
  readonly #timers = new Set<{ due: number; callback: () => void }>();

  /** Timers that still wait. */
  get pending(): number {
    return this.#timers.size;
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
    const timer = { due: this.#now + ms, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
  afterWall(ms: number, callback: () => void): () => void {
    return this.after(ms, callback);
  }
  async pass(seconds: number): Promise<void> {
    const until = this.#now + seconds * 1000;
    await calm();
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.callback();
      await calm();
    }
    this.#now = until;
    await calm();
  }
}
