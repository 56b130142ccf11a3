import type { Clock } from '../../src/clock/index.ts';

/** A clock that stands until it is moved. */
export function manualClock(): Clock & { pass(ms: number): void } {
  let now = Date.parse('2026-03-01T12:00:00Z');
  return {
    factor: 1,
    now: () => now,
    wallNow: () => now,
    monotonic: () => now,
    after: () => () => {},
    afterWall: () => () => {},
    pass: (ms) => {
      now += ms;
    },
  };
}
