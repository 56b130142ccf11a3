import { describe, expect, it } from 'vitest';
import { judgeRows } from '../../../src/check/match/index.ts';
import { context, rows, seen, start } from '../context.ts';

function misses(table: string, name: string, fields: Record<string, unknown>, names: Record<string, unknown> = {}) {
  const { mismatches } = judgeRows(rows(table), seen(5, name, fields), context(names), { at: start });
  return mismatches.map(({ path }) => path);
}

describe('schedules', () => {
  const table = '| schedule.chargingSchedulePeriod | 0 s: 6 A, 60 s: 10 A |';
  const schedule = (chargingRateUnit: string, ...periods: [number, number][]) => ({
    schedule: {
      chargingRateUnit,
      chargingSchedulePeriod: periods.map(([startPeriod, limit]) => ({ startPeriod, limit })),
    },
  });
  const name = 'GetCompositeScheduleResponse';
  it('A, W by K01.FR.50, equal neighbours joined', () => {
    expect(misses(table, name, schedule('A', [0, 6], [60, 10]))).toEqual([]);
    expect(misses(table, name, schedule('W', [0, 6 * 690], [60, 6900]))).toEqual([]);
    expect(misses(table, name, schedule('A', [0, 6], [30, 6], [60, 10], [90, 10]))).toEqual([]);
    expect(misses(table, name, schedule('A', [0, 6], [61, 10]))).toHaveLength(1);
    expect(misses(table, name, schedule('A', [0, 6]))).toHaveLength(1);
    expect(misses(table, name, schedule('W', [0, 6], [60, 10]))).toHaveLength(1);
  });
  it('since: shifted to the start of the schedule, clipped to its duration', () => {
    const since = '| schedule.chargingSchedulePeriod | since <t0> 0 s: 8 A, 50 s: 10 A, 200 s: 6 A, 500 s: 9 A |';
    const names = { t0: '2026-03-01T12:00:00Z' };
    const at = (scheduleStart: string, ...periods: [number, number][]) => ({
      schedule: { ...schedule('A', ...periods).schedule, scheduleStart, duration: 400 },
    });
    expect(misses(since, name, at('2026-03-01T12:00:04Z', [0, 8], [46, 10], [196, 6]), names)).toEqual([]);
    expect(misses(since, name, at('2026-03-01T12:00:04Z', [0, 8], [52, 10], [196, 6]), names)).toHaveLength(1);
    expect(misses(since, name, at('2026-03-01T12:01:00Z', [0, 10], [140, 6]), names)).toEqual([]);
  });
});
