/**
 * Time as the conversation sees it. `now()` is OCPP time (epoch milliseconds); a factor above 1 lets it run faster than the
 * wall. TLS, WebSocket, HTTP and X.509 stay on wall time (DESIGN.md section 6).
 */
export interface Clock {
  /** OCPP time, epoch milliseconds. */
  now(): number;
  /** Wall time, epoch milliseconds. */
  wallNow(): number;
  /** Milliseconds since the clock was made, on the wall, never going back. */
  monotonic(): number;
  readonly factor: number;
  /** Calls back after `ms` of OCPP time; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
  /** Calls back after `ms` of wall time; the returned function cancels. */
  afterWall(ms: number, callback: () => void): () => void;
}

/** What is handed to every process of a run: OCPP time = epoch + (wall - wallEpoch) * factor. */
export interface ClockSetting {
  readonly epoch: number;
  readonly wallEpoch: number;
  readonly factor: number;
}

const longestTimer = 2 ** 31 - 1;

function timer(ms: number, callback: () => void): () => void {
  let handle: NodeJS.Timeout;
  const start = (left: number) => {
    const now = Math.min(Math.max(left, 0), longestTimer);
    handle = setTimeout(() => (left > longestTimer ? start(left - longestTimer) : callback()), now);
  };
  start(ms);
  return () => clearTimeout(handle);
}

export class ScaledClock implements Clock {
  #setting: ClockSetting;
  #pending = new Set<{ due: number; cancel: () => void; callback: () => void }>();
  readonly #started = performance.now();

  constructor(setting: ClockSetting = { epoch: Date.now(), wallEpoch: Date.now(), factor: 1 }) {
    this.#setting = setting;
  }

  get setting(): ClockSetting {
    return this.#setting;
  }
  get factor(): number {
    return this.#setting.factor;
  }
  now(): number {
    const { epoch, wallEpoch, factor } = this.#setting;
    return Math.round(epoch + (Date.now() - wallEpoch) * factor);
  }
  wallNow(): number {
    return Date.now();
  }
  monotonic(): number {
    return performance.now() - this.#started;
  }
  after(ms: number, callback: () => void): () => void {
    const entry = { due: this.now() + ms, cancel: () => {}, callback };
    this.#arm(entry);
    return () => {
      this.#pending.delete(entry);
      entry.cancel();
    };
  }
  afterWall(ms: number, callback: () => void): () => void {
    return timer(ms, callback);
  }

  /** Changes epoch or factor while running; pending timers keep their OCPP due time. */
  adjust(setting: ClockSetting): void {
    this.#setting = setting;
    for (const entry of [...this.#pending]) {
      entry.cancel();
      this.#arm(entry);
    }
  }

  /** The same OCPP time at another factor, continuing from now. */
  settingAtFactor(factor: number): ClockSetting {
    return { epoch: this.now(), wallEpoch: Date.now(), factor };
  }

  #arm(entry: { due: number; cancel: () => void; callback: () => void }): void {
    this.#pending.add(entry);
    entry.cancel = timer((entry.due - this.now()) / this.factor, () => {
      this.#pending.delete(entry);
      entry.callback();
    });
  }
}
