import { describe, expect, it } from 'vitest';
import { responseTime } from '../../../src/check/monitors/response-time.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const answeredAfter = (seconds: number) => {
  const stream = new Stream();
  const id = stream.call(csms, 'ClearCache');
  return stream.pass(seconds).result(station, id, { status: 'Accepted' });
};
const limit = { responseSeconds: 30 };

describe('monitor response-time', () => {
  it('good: in time; odd: never, or where no limit is configured', () => {
    expect(said(responseTime, answeredAfter(30), limit)).toEqual([]);
    expect(said(responseTime, answeredAfter(300))).toEqual([]);
    const never = new Stream();
    never.call(csms, 'ClearCache');
    expect(said(responseTime, never.pass(300), limit)).toEqual([]);
  });
  it('odd: slow on a fast clock, where the machine may be to blame', () => {
    expect(said(responseTime, answeredAfter(0.4), { responseSeconds: 0.1 })).toEqual([]);
  });
  it('slow: a warning and never a failure, also when an error is the answer; our own slowness is not told', () => {
    expect(judged(responseTime, answeredAfter(31), limit).checks).toMatchObject([
      { result: 'warning', level: 'compatibility', actual: 'ClearCacheResponse after 31 s', events: [1, 2] },
    ]);
    expect(judged(responseTime, answeredAfter(31), { ...limit, sut: csms }).checks).toEqual([]);
  });
});
