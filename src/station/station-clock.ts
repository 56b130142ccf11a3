import type { Clock } from '../clock/index.ts';

/** The station's own clock: set by the CSMS (B01.FR.06), and all its timers stop when the power goes. */
export interface StationClock extends Clock {
  /** Sets the time; returns by how many milliseconds it moved. Less than a second is left alone: HeartbeatResponse is no finer. */
  synchronize(csmsNow: number): number;
  /** Ends every timer that was started through this clock. */
  cancelAll(): void;
}

const granularityMs = 1000;

export function createStationClock(base: Clock): StationClock {
  let offset = 0;
  const running = new Set<() => void>();
  const registered = (start: (callback: () => void) => () => void, callback: () => void): (() => void) => {
    const end = () => {
      running.delete(end);
      cancel();
    };
    const cancel = start(() => {
      running.delete(end);
      callback();
    });
    running.add(end);
    return end;
  };
  return {
    now: () => base.now() + offset,
    wallNow: () => base.wallNow(),
    monotonic: () => base.monotonic(),
    get factor() {
      return base.factor;
    },
    after: (ms, callback) => registered((done) => base.after(ms, done), callback),
    afterWall: (ms, callback) => registered((done) => base.afterWall(ms, done), callback),
    synchronize(csmsNow) {
      const moved = csmsNow - (base.now() + offset);
      if (!Number.isFinite(moved) || Math.abs(moved) < granularityMs) return 0;
      offset += moved;
      return moved;
    },
    cancelAll() {
      for (const end of [...running]) end();
    },
  };
}

/** OCPP dateTime: at most three digits of fraction (Part 2, 2.1.4). */
export const dateTime = (ms: number): string => new Date(ms).toISOString();
