import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ChargingProfile,
  compositePeriods,
  createSmartCharging,
  type Installed,
  leadingOfEvse,
  leadingOfStation,
  limitIn,
  nextChange,
  segmentAt,
} from '../../src/station/smart-charging/index.ts';
import { config, FakeStation } from './fake-context.ts';

const zero = Date.parse('2026-01-01T00:00:00Z');
const at = (seconds: number) => new Date(zero + seconds * 1000).toISOString();
const supply = { voltage: 230, phases: 3, current: 'AC' } as const;

interface Wanted {
  id: number;
  purpose: ChargingProfile['chargingProfilePurpose'];
  stackLevel: number;
  kind: ChargingProfile['chargingProfileKind'];
  start: number;
  duration: number | undefined;
  unit: 'A' | 'W';
  periods: [startPeriod: number, tenths: number][];
  valid: [number | undefined, number | undefined];
}
const profileOf = ({
  id,
  purpose,
  stackLevel,
  kind,
  start,
  duration,
  unit,
  periods,
  valid,
}: Wanted): ChargingProfile => ({
  id,
  stackLevel,
  chargingProfilePurpose: purpose,
  chargingProfileKind: kind,
  ...(kind === 'Recurring' ? { recurrencyKind: 'Daily' as const } : {}),
  ...(valid[0] === undefined ? {} : { validFrom: at(valid[0]) }),
  ...(valid[1] === undefined ? {} : { validTo: at(valid[1]) }),
  ...(purpose === 'TxProfile' ? { transactionId: 'tx' } : {}),
  chargingSchedule: [
    {
      id,
      chargingRateUnit: unit,
      ...(kind === 'Relative' ? {} : { startSchedule: at(start) }),
      ...(duration === undefined ? {} : { duration }),
      chargingSchedulePeriod: [...new Map(periods.concat([[0, periods[0]?.[1] ?? 60]]))]
        .sort(([a], [b]) => a - b)
        .map(([startPeriod, tenths]) => ({ startPeriod, limit: tenths / 10 })),
    },
  ],
});

const wanted = (id: number): fc.Arbitrary<Wanted> =>
  fc.record({
    id: fc.constant(id),
    purpose: fc.constantFrom('TxProfile', 'TxDefaultProfile', 'ChargingStationMaxProfile'),
    stackLevel: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom('Absolute', 'Recurring', 'Relative'),
    start: fc.integer({ min: -100_000, max: 2000 }),
    duration: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
    unit: fc.constantFrom('A', 'W'),
    periods: fc.array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 })), {
      minLength: 1,
      maxLength: 5,
    }),
    valid: fc.tuple(
      fc.option(fc.integer({ min: -100, max: 1500 }), { nil: undefined }),
      fc.option(fc.integer({ min: -100, max: 2500 }), { nil: undefined }),
    ),
  });
const installations = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 0, maxLength: 5 })
  .chain((ids) => fc.tuple(...[...new Set(ids)].map(wanted)))
  .map((all): Installed[] =>
    all.map((one) => ({
      evseId: one.purpose === 'ChargingStationMaxProfile' ? 0 : 1,
      source: 'CSO',
      profile: profileOf(
        one.purpose === 'ChargingStationMaxProfile' && one.kind === 'Relative' ? { ...one, kind: 'Absolute' } : one,
      ),
    })),
  );

const scope = { evseId: 1, transactionId: 'tx', relativeStart: zero };
const limits = (installed: readonly Installed[], t: number) =>
  [...leadingOfEvse(installed, scope, t), ...leadingOfStation(installed, scope, t)].map((one) =>
    limitIn('A', one, supply),
  );
const compositeOf = (installed: readonly Installed[], from: number, seconds: number) =>
  compositePeriods(
    (t) => Math.min(32, ...limits(installed, t)),
    (t) => Math.min(Infinity, ...installed.map(({ profile }) => nextChange(profile, t, zero))),
    from,
    seconds,
  );

test('K08.FR.04: starts at 0, merges equal neighbours, never above a leading limit at any moment', () => {
  fc.assert(
    fc.property(
      installations,
      fc.integer({ min: 0, max: 999 }),
      fc.array(fc.integer({ min: 0, max: 2_399_999 }), { minLength: 5, maxLength: 40 }),
      (installed, fraction, moments) => {
        const from = zero + fraction;
        const periods = compositeOf(installed, from, 2400);
        expect(periods[0]?.startPeriod).toBe(0);
        for (const [index, period] of periods.entries()) {
          expect(period.startPeriod).toBeGreaterThan(periods[index - 1]?.startPeriod ?? -1);
          expect(period.limit).not.toBe(periods[index - 1]?.limit);
          expect(period.startPeriod).toBeLessThan(2400);
        }
        for (const moment of moments) {
          const stated = periods.findLast(({ startPeriod }) => startPeriod * 1000 <= moment)?.limit ?? Infinity;
          for (const limit of limits(installed, from + moment)) expect(stated).toBeLessThanOrEqual(limit + 1e-6);
        }
      },
    ),
  );
});

test('never needlessly below: on whole seconds the composite is the lowest leading limit', () => {
  fc.assert(
    fc.property(installations, fc.array(fc.integer({ min: 0, max: 2399 }), { minLength: 5 }), (installed, seconds) => {
      const periods = compositeOf(installed, zero, 2400);
      for (const second of seconds) {
        const stated = periods.findLast(({ startPeriod }) => startPeriod <= second)?.limit ?? Number.NaN;
        const lowest = Math.min(32, ...limits(installed, zero + second * 1000));
        expect(stated).toBeGreaterThan(lowest - 0.1);
      }
    }),
  );
});

test('nextChange names every moment at which the period changes', () => {
  fc.assert(
    fc.property(wanted(1), fc.integer({ min: -50_000, max: 100_000 }), (one, second) => {
      const profile = profileOf(one);
      const t = zero + second * 1000;
      const next = Math.min(nextChange(profile, t, zero), t + 500_000);
      const now = segmentAt(profile, t, zero);
      expect(segmentAt(profile, next - 1, zero)?.limit).toBe(now?.limit);
    }),
  );
});

const base = { stackLevel: 0, kind: 'Absolute', unit: 'A', start: 0, valid: [undefined, 401] } as const;

test('TC_K_41_CS as the errata of 2025-09 state it', () => {
  const limits10 = (pairs: [number, number][]) =>
    pairs.map(([second, limit]): [number, number] => [second, limit * 10]);
  const make = (id: number, purpose: Wanted['purpose'], duration: number, pairs: [number, number][]): Installed => ({
    evseId: purpose === 'ChargingStationMaxProfile' ? 0 : 1,
    source: 'CSO',
    profile: profileOf({ ...base, valid: [...base.valid], id, purpose, duration, periods: limits10(pairs) }),
  });
  const installed = [
    make(1, 'ChargingStationMaxProfile', 86_400, [[0, 10]]),
    make(2, 'TxDefaultProfile', 300, [
      [0, 6],
      [60, 10],
      [120, 8],
      [180, 15],
      [260, 8],
    ]),
    make(3, 'TxProfile', 260, [
      [0, 8],
      [50, 11],
      [140, 16],
      [200, 6],
      [240, 12],
    ]),
  ];
  expect(compositeOf(installed, zero, 400)).toEqual([
    { startPeriod: 0, limit: 8 },
    { startPeriod: 50, limit: 10 },
    { startPeriod: 200, limit: 6 },
    { startPeriod: 240, limit: 10 },
    { startPeriod: 260, limit: 8 },
    { startPeriod: 300, limit: 10 },
  ]);
});

test('K01.FR.49-51: A is per phase, W is divided by voltage and phases', () => {
  const segment = { start: 0, end: 1, limit: 11_040, unit: 'W', numberPhases: undefined } as const;
  expect(limitIn('A', segment, supply)).toBe(16);
  expect(limitIn('A', { ...segment, numberPhases: 1 }, supply)).toBe(48);
  expect(limitIn('W', { ...segment, limit: 16, unit: 'A' }, supply)).toBe(11_040);
  expect(limitIn('W', { ...segment, limit: 16, unit: 'A' }, { ...supply, phases: 1 })).toBe(3680);
  expect(limitIn('A', { ...segment, limit: 50_000 }, { voltage: 400, phases: 1, current: 'DC' })).toBe(125);
});

test('recurrence: a daily schedule of an hour limits that hour each day and nothing else', () => {
  const profile = profileOf({
    ...base,
    id: 1,
    purpose: 'TxDefaultProfile',
    kind: 'Recurring',
    duration: 3600,
    periods: [[0, 80]],
    valid: [undefined, undefined],
  });
  const hour = 3_600_000;
  expect(segmentAt(profile, zero - 1, zero)).toBeUndefined();
  expect(segmentAt(profile, zero + 48 * hour, zero)?.limit).toBe(8);
  expect(segmentAt(profile, zero + 49 * hour - 1, zero)?.limit).toBe(8);
  expect(segmentAt(profile, zero + 49 * hour, zero)).toBeUndefined();
});

test('a change in the middle of a second counts for that whole second when it lowers the limit', () => {
  const half = zero + 2500;
  const down = compositePeriods(
    (t) => (t < half ? 16 : 8),
    (t) => (t < half ? half : Infinity),
    zero,
    10,
  );
  const up = compositePeriods(
    (t) => (t < half ? 8 : 16),
    (t) => (t < half ? half : Infinity),
    zero,
    10,
  );
  expect(down).toEqual([
    { startPeriod: 0, limit: 16 },
    { startPeriod: 2, limit: 8 },
  ]);
  expect(up).toEqual([
    { startPeriod: 0, limit: 8 },
    { startPeriod: 3, limit: 16 },
  ]);
});

test('the engine with one hundred days of duration refuses, with zero it answers one period', () => {
  const station = new FakeStation();
  const { seams } = createSmartCharging(station.context, { evses: config.evses });
  expect(seams.composite({ evseId: 1, duration: 8_640_000 }).status).toBe('Rejected');
  expect(seams.composite({ evseId: 1, duration: 0 }).schedule?.chargingSchedulePeriod).toEqual([
    { startPeriod: 0, limit: 32, numberPhases: 3 },
  ]);
});
