import type { Clock } from '../../src/clock/index.ts';

/** A clock that stands until it is moved; what was to happen on the wall by then happens. */
export function manualClock(): Clock & { pass(ms: number): void } {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const pending = new Set<{ due: number; callback: () => void }>();
  return {
    factor: 1,
    now: () => now,
    wallNow: () => now,
    monotonic: () => now,
    after: () => () => {},
    afterWall: (ms, callback) => {
      const entry = { due: now + ms, callback };
      pending.add(entry);
      return () => pending.delete(entry);
    },
    pass: (ms) => {
      now += ms;
      for (const entry of [...pending].filter(({ due }) => due <= now)) {
        pending.delete(entry);
        entry.callback();
      }
    },
  };
}
