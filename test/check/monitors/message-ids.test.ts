import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageIds } from '../../../src/check/monitors/message-ids.ts';
import { RunMonitors } from '../../../src/check/monitors/run.ts';
import { csms, judged, Stream, said, sightings, station } from './stream.ts';

const beat = (stream: Stream, id: string) => stream.call(station, 'Heartbeat', {}, { id });
const used = 'the message id was used for another CALL before';
const event = (n: number) => ({ type: 'StartupOfTheDevice', timestamp: '2026-03-01T12:00:00Z', techInfo: `${n}` });

describe('monitor message-ids', () => {
  it('good: ids of each side on its own, and answers repeat them', () => {
    const stream = new Stream().heartbeat();
    stream.result(csms, beat(stream, 'x'), { currentTime: stream.time() });
    stream.result(station, stream.call(csms, 'ClearCache', {}, { id: 'x' }), { status: 'Accepted' });
    expect(said(messageIds, stream)).toEqual([]);
  });
  it('good: 36 characters, for a UUID', () => {
    const stream = new Stream();
    beat(stream, crypto.randomUUID());
    expect(said(messageIds, stream)).toEqual([]);
  });
  it('odd: the same message once more, unanswered, answered CALLERROR, or answered on a connection that is gone', () => {
    const timedOut = new Stream();
    beat(timedOut, 'x');
    beat(timedOut.pass(30), 'x');
    expect(said(messageIds, timedOut)).toEqual([]);

    const refused = new Stream();
    refused.error(csms, beat(refused, 'x'));
    beat(refused, 'x');
    expect(said(messageIds, refused)).toEqual([]);

    const lost = new Stream();
    lost.result(csms, beat(lost, 'x'), { currentTime: lost.time() }).closed().open();
    beat(lost, 'x');
    expect(said(messageIds, lost)).toEqual([]);
  });
  it('odd: the same message written in another way is the same message', () => {
    const stream = new Stream()
      .text(station, '[2,"x","Heartbeat",{}]')
      .pass(30)
      .text(station, '[2, "x", "Heartbeat", { }]');
    expect(said(messageIds, stream)).toEqual([]);
  });
  it('odd: an event of a transaction that waited in an outage is set offline and stays the same message', () => {
    const event = (eventType: string, more: object) => ({
      eventType,
      timestamp: '2026-03-01T12:00:00Z',
      triggerReason: 'CablePluggedIn',
      seqNo: 0,
      transactionInfo: { transactionId: 'T' },
      ...more,
    });
    const resent = (first: object, again: object) => {
      const stream = new Stream().open();
      stream.call(station, 'TransactionEvent', { ...first }, { id: 'x' });
      stream
        .closed()
        .open()
        .call(station, 'TransactionEvent', { ...again }, { id: 'x' });
      return said(messageIds, stream);
    };
    const meterValue = [{ timestamp: '2026-03-01T12:00:00Z', sampledValue: [{ value: 1 }] }];
    expect(resent(event('Started', {}), event('Started', { offline: true }))).toEqual([]);
    expect(resent(event('Ended', { meterValue }), event('Ended', { offline: true }))).toEqual([]);
    expect(resent(event('Updated', { meterValue }), event('Updated', {}))).toHaveLength(1);
    expect(resent(event('Updated', {}), event('Ended', {}))).toHaveLength(1);
  });
  it('odd: another station identity has ids of its own', () => {
    const stream = new Stream().open('CS-1');
    beat(stream, 'x');
    stream.closed().open('CS-2').call(station, 'SecurityEventNotification', event(1), { id: 'x' });
    expect(said(messageIds, stream)).toEqual([]);
  });
  it('bad: an id again for another CALL, also on another connection, and for an answered one', () => {
    const other = new Stream();
    beat(other, 'x');
    other.closed().open().call(station, 'SecurityEventNotification', event(1), { id: 'x' });
    expect(said(messageIds, other)).toEqual([
      `${used}: x, first a HeartbeatRequest, now a SecurityEventNotificationRequest`,
    ]);

    const changed = new Stream();
    changed.call(station, 'SecurityEventNotification', event(1), { id: 'x' });
    changed.pass(30).call(station, 'SecurityEventNotification', event(2), { id: 'x' });
    expect(said(messageIds, changed)).toHaveLength(1);

    const answered = new Stream();
    answered.result(csms, beat(answered, 'x'), { currentTime: answered.time() });
    beat(answered, 'x');
    expect(judged(messageIds, answered).checks).toMatchObject([
      { id: 'monitor/message-ids', requirement: 'Part 4, 4.1.4', result: 'fail', events: [1, 3] },
    ]);
  });
  it('bad: too long, or no text', () => {
    const long = new Stream();
    beat(long, 'x'.repeat(37));
    expect(said(messageIds, long)).toEqual([expect.stringContaining('longer than 36')]);
    expect(said(messageIds, new Stream().text(station, '[2,17,"Heartbeat",{}]'))).toEqual([
      expect.stringContaining('no text'),
    ]);
  });
  it('remembers over the cases of a run, and names events of the present one only', () => {
    const run = new RunMonitors({ sut: station, identity: 'CS-1' }, [messageIds]);
    const [first, second] = [new Stream(), new Stream().heartbeat()];
    first.result(csms, beat(first, 'x'), { currentTime: first.time() });
    beat(second, 'x');
    expect(run.judge(first.events).checks).toEqual([]);
    expect(run.judge(second.events).checks).toMatchObject([{ result: 'fail', events: [3] }]);
  });
  it('holds for any ids: one sighting for each that comes again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 }), (ids) => {
        const stream = new Stream();
        for (const [n, id] of ids.entries()) stream.call(station, 'SecurityEventNotification', event(n), { id });
        expect(sightings(messageIds, stream)).toHaveLength(ids.length - new Set(ids).size);
      }),
    );
  });
});
