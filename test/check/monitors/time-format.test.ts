import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTimeFields, timeFormat } from '../../../src/check/monitors/time-format.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const event = (timestamp: string) =>
  new Stream().exchange(station, 'SecurityEventNotification', { type: 'SettingSystemTime', timestamp });

describe('monitor time-format', () => {
  it.each([
    '2026-03-01T12:00:00Z',
    '2026-03-01T12:00:00.5Z',
    '2026-03-01T12:00:00.123Z',
    '2026-03-01T13:00:00+01:00',
    '2026-03-01T12:00:00-00:00',
    '2016-12-31T23:59:60Z',
    '2026-03-01t12:00:00z',
  ])('good or odd: %s', (text) => {
    expect(said(timeFormat, event(text))).toEqual([]);
  });
  it.each(['2026-03-01 12:00:00Z', '2026-03-01T12:00:00+0100', '2026-03-01T12:00:00+01', '2026-03-01T12:00:00.1234Z'])(
    'bad: %s',
    (text) => {
      expect(judged(timeFormat, event(text)).checks).toMatchObject([
        { id: 'monitor/time-format', requirement: 'Part 2, 2.1.4', result: 'fail', events: [1] },
      ]);
    },
  );
  it('what the schema refuses is told once, by the schema', () => {
    expect(said(timeFormat, event('yesterday'))).toEqual([]);
  });
  it('vendor data is free, and fields of another type are', () => {
    const customData = { vendorId: 'x', timestamp: 'yesterday' };
    expect(said(timeFormat, new Stream().exchange(station, 'Heartbeat', { customData }, { customData }))).toEqual([]);
  });
  it('any moment that JavaScript writes is fine', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }), (date) => {
        expect(said(timeFormat, event(date.toISOString()))).toEqual([]);
      }),
    );
  });
  it('knows the dateTime fields of all official schemas, and no other', () => {
    const folder = new URL('../../../schemas/ocpp-2.0.1/', import.meta.url);
    const found = new Map<string, boolean>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const properties: unknown = Reflect.get(node, 'properties');
      if (typeof properties === 'object' && properties !== null)
        for (const [name, field] of Object.entries(properties)) {
          const isTime = Reflect.get(Object(field), 'format') === 'date-time';
          expect(found.get(name) ?? isTime).toBe(isTime);
          if (isTime || dateTimeFields.has(name)) found.set(name, isTime);
        }
      for (const each of Object.values(node)) walk(each);
    };
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
      walk(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
    expect(new Set(found.keys())).toEqual(dateTimeFields);
  });
});

describe('monitor time-format, clocks', () => {
  const facts = { toleranceSeconds: 4 };
  it('a CSMS whose clock is off is worth a warning; without a tolerance nothing is said', () => {
    const beat = (seconds: number) => {
      const stream = new Stream();
      return stream.exchange(station, 'Heartbeat', {}, { currentTime: stream.time(seconds) });
    };
    expect(said(timeFormat, beat(-4), facts)).toEqual([]);
    expect(said(timeFormat, beat(60))).toEqual([]);
    expect(judged(timeFormat, beat(-60), { ...facts, sut: csms }).checks).toMatchObject([
      { level: 'compatibility', result: 'warning', actual: 'currentTime is 60 s behind' },
    ]);
  });
  it('old times of a station are queued events; only a time still to come is a wrong one, and a warning', () => {
    const at = (seconds: number, source?: string) => {
      const stream = new Stream();
      if (source !== undefined) stream.variables({ 'ClockCtrlr.TimeSource': source });
      stream.call(station, 'SecurityEventNotification', { type: 'MemoryExhaustion', timestamp: stream.time(seconds) });
      return stream;
    };
    expect(said(timeFormat, at(-86_400), facts)).toEqual([]);
    expect(said(timeFormat, at(4), facts)).toEqual([]);
    expect(judged(timeFormat, at(60), facts).checks).toMatchObject([{ level: 'compatibility', result: 'warning' }]);
    expect(judged(timeFormat, at(60, 'NTP,Heartbeat'), facts).checks).toMatchObject([{ level: 'SHOULD' }]);
  });
  it('what a station is told to do later lies in the future', () => {
    const stream = new Stream();
    stream.call(csms, 'ReserveNow', {
      id: 1,
      expiryDateTime: stream.time(3600),
      idToken: { idToken: 'A', type: 'Central' },
    });
    expect(said(timeFormat, stream, facts)).toEqual([]);
  });
});
