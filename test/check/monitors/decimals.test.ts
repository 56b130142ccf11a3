import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalPlaces, decimals } from '../../../src/check/monitors/decimals.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const schedule = (limit: number, minChargingRate = 6) => ({
  id: 1,
  chargingRateUnit: 'A',
  minChargingRate,
  chargingSchedulePeriod: [{ startPeriod: 0, limit }],
});
const profile = (limit: number, minChargingRate?: number) =>
  new Stream().exchange(
    csms,
    'SetChargingProfile',
    {
      evseId: 1,
      chargingProfile: {
        id: 1,
        stackLevel: 0,
        chargingProfilePurpose: 'TxDefaultProfile',
        chargingProfileKind: 'Relative',
        chargingSchedule: [schedule(limit, minChargingRate)],
      },
    },
    { status: 'Accepted' },
  );
const cost = (totalCost: number) => new Stream().exchange(csms, 'CostUpdated', { totalCost, transactionId: 'T' });
const sut = { sut: csms };

describe('monitor decimals', () => {
  it('good: one digit of a limit, six of anything else', () => {
    for (const limit of [0, 8.1, 16, 32.5, 11000]) expect(said(decimals, profile(limit, 6.4))).toEqual([]);
    expect(said(decimals, cost(1.123456))).toEqual([]);
  });
  it('good: every limit with one digit, whatever floating point makes of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (tenths) => {
        expect(said(decimals, profile(tenths / 10))).toEqual([]);
      }),
    );
  });
  it('odd: 8.10 is 8.1, an integer may be written 20000.0, a meter keeps its resolution, vendor data is free', () => {
    const raw = JSON.stringify([2, 'x', 'CostUpdated', { totalCost: 1, transactionId: 'T' }]);
    expect(said(decimals, new Stream().text(csms, raw.replace(':1,', ':20000.0000000,')))).toEqual([]);
    const sampledValue = [{ value: 1234.123456789, measurand: 'Energy.Active.Import.Register' }];
    const meter = new Stream();
    meter.call(station, 'MeterValues', { evseId: 1, meterValue: [{ timestamp: meter.time(), sampledValue }] });
    expect(said(decimals, meter)).toEqual([]);
    const customData = { vendorId: 'x', price: 0.123456789 };
    expect(said(decimals, new Stream().exchange(csms, 'ClearCache', { customData }, { status: 'Accepted' }))).toEqual(
      [],
    );
  });
  it('odd: more digits in what a station reports as its schedule are a warning', () => {
    const stream = new Stream();
    stream.call(station, 'NotifyChargingLimit', {
      chargingLimit: { chargingLimitSource: 'EMS' },
      chargingSchedule: [schedule(13.333)],
    });
    expect(judged(decimals, stream).checks).toMatchObject([{ result: 'warning', actual: '13.333' }]);
  });
  it('bad: two digits of a limit or a rate, seven of a cost', () => {
    expect(judged(decimals, profile(8.15), sut).checks).toMatchObject([
      { id: 'monitor/decimals', requirement: 'Part 2, 2.11', result: 'fail', actual: '8.15', events: [1] },
    ]);
    expect(judged(decimals, profile(8, 6.25), sut).checks).toMatchObject([{ requirement: 'Part 2, 2.12' }]);
    expect(judged(decimals, cost(1.1234567), sut).checks).toMatchObject([
      { requirement: 'Part 2, 2.1.4', result: 'fail' },
    ]);
    expect(judged(decimals, cost(1e-7), sut).checks).toHaveLength(1);
  });
  it('counts places as they are written', () => {
    for (const [value, places] of [
      [1, 0],
      [1.5, 1],
      [1e-7, 7],
      [1.5e-7, 8],
      [1e21, 0],
      [0.1 + 0.2, 17],
    ] as const)
      expect(decimalPlaces(value)).toBe(places);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const places = decimalPlaces(value);
        if (places <= 100) expect(Number(value.toFixed(places)) === value).toBe(true);
      }),
    );
  });
});
