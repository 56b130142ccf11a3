import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneOutstandingCall } from '../../../src/check/monitors/one-outstanding-call.ts';
import { csms, judged, Stream, said, sightings, station } from './stream.ts';

const beat = (stream: Stream) => stream.call(station, 'Heartbeat');
const timeout = { 'OCPPCommCtrlr.MessageTimeout[Default]': '30' };

describe('monitor one-outstanding-call', () => {
  it('good: one after the other, and both sides at once', () => {
    const stream = new Stream().heartbeat().heartbeat();
    const [theirs, ours] = [beat(stream), stream.call(csms, 'ClearCache')];
    stream.result(station, ours, { status: 'Accepted' }).result(csms, theirs, { currentTime: stream.time() });
    expect(said(oneOutstandingCall, stream.heartbeat())).toEqual([]);
  });
  it('odd: a timeout of any sane length, a new connection, a CALLERROR as the answer, an unreadable frame', () => {
    const late = new Stream();
    beat(late);
    late.pass(2);
    beat(late);
    expect(said(oneOutstandingCall, late)).toEqual([]);

    const again = new Stream();
    beat(again);
    beat(again.closed().open());
    expect(said(oneOutstandingCall, again)).toEqual([]);

    const refused = new Stream();
    refused.error(csms, beat(refused));
    expect(said(oneOutstandingCall, refused.heartbeat())).toEqual([]);
    expect(said(oneOutstandingCall, new Stream().text(station, '[2,').heartbeat())).toEqual([]);
  });
  it('odd: giving up before the own MessageTimeout is a warning only', () => {
    const stream = new Stream().variables(timeout);
    beat(stream);
    beat(stream.pass(10));
    beat(stream.pass(27)); // within tolerance of 30 s
    expect(judged(oneOutstandingCall, stream, { toleranceSeconds: 4 }).checks).toMatchObject([
      { result: 'warning', level: 'SHOULD', events: [3, 4] },
    ]);
  });
  it('bad: a CALL right behind an unanswered one, also the same one twice, is blamed on its sender', () => {
    const stream = new Stream();
    beat(stream);
    stream.call(station, 'StatusNotification', {});
    const [check] = judged(oneOutstandingCall, stream).checks;
    expect(check).toMatchObject({ result: 'fail', requirement: 'Part 4, 4.1.1', events: [1, 2] });
    const twice = new Stream();
    twice.call(csms, 'ClearCache', {}, { id: 'a' });
    twice.call(csms, 'ClearCache', {}, { id: 'a' });
    expect(judged(oneOutstandingCall, twice).checks).toMatchObject([{ result: 'error' }]);
  });
  it('holds for any number of CALLs: as many sightings as CALLs that found one open', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (answersFirst) => {
        const stream = new Stream();
        let open: string[] = [];
        let expected = 0;
        for (const answer of answersFirst) {
          if (answer) {
            for (const id of open) stream.result(csms, id, { currentTime: stream.time() });
            open = [];
          }
          if (open.length > 0) expected += 1;
          open.push(beat(stream));
        }
        expect(sightings(oneOutstandingCall, stream)).toHaveLength(expected);
      }),
    );
  });
});
