import { describe, expect, it } from 'vitest';
import { transactionSequence } from '../../../src/check/monitors/transaction-sequence.ts';
import { judged, said, sightings, station } from './stream.ts';
import { Visit } from './transaction.ts';

const levels = (visit: Visit) => sightings(transactionSequence, visit).map(({ level = 'SHALL' }) => level);

describe('monitor transaction-sequence: good', () => {
  it('counts by 1 from 0', () => {
    expect(said(transactionSequence, new Visit().whole())).toEqual([]);
  });
});

describe('monitor transaction-sequence: legal but odd', () => {
  it('a counter that goes on over transactions', () => {
    const visit = new Visit().whole().started(4, { id: 'T2' }).ended(5, { id: 'T2' }).heartbeat();
    expect(said(transactionSequence, visit)).toEqual([]);
  });
  it('a counter that has been going on since before the stream', () => {
    expect(said(transactionSequence, new Visit().started(57).ended(58).heartbeat())).toEqual([]);
  });
  it('events in any order', () => {
    expect(said(transactionSequence, new Visit().charging().ended().authorized().started().heartbeat())).toEqual([]);
  });
  it('an event sent again, flagged offline meanwhile', () => {
    const visit = new Visit();
    const timestamp = visit.time();
    visit.started().authorized(1, { timestamp, unanswered: true }).closed().open();
    visit.authorized(1, { timestamp, offline: true }).charging().heartbeat();
    expect(said(transactionSequence, visit)).toEqual([]);
  });
  it('an Ended that is sent again without the meter data that was too much', () => {
    const visit = new Visit();
    const timestamp = visit.time();
    const values = visit.values({ value: 1 }, { value: 2 });
    visit.started().ended(1, { ...values, timestamp, unanswered: true });
    visit.ended(1, { ...visit.values({ value: 2 }), timestamp }).heartbeat();
    expect(said(transactionSequence, visit)).toEqual([]);
  });
  it('a gap is not judged while the event may still be on its way', () => {
    expect(said(transactionSequence, new Visit().started().charging(2, { unanswered: true }))).toEqual([]);
    expect(said(transactionSequence, new Visit().started().charging(2))).toEqual([]);
  });
  it('an event that cannot be read may be the missing one', () => {
    const visit = new Visit().started();
    visit.exchange(station, 'TransactionEvent', { eventType: 'Updated' });
    expect(said(transactionSequence, visit.charging().heartbeat())).toEqual([]);
  });
  it('intermediate events that were dropped offline are a warning', () => {
    const visit = new Visit().started().closed().open().charging(5).heartbeat();
    expect(levels(visit)).toEqual(['SHOULD']);
    expect(levels(new Visit().started().charging(5, { offline: true }).heartbeat())).toEqual(['SHOULD']);
  });
  it('one counter for the whole station is a warning', () => {
    const visit = new Visit()
      .started()
      .started(1, { id: 'T2', evse: { id: 2, connectorId: 1 } })
      .authorized(2);
    expect(levels(visit.heartbeat())).toEqual(['SHOULD']);
  });
});

describe('monitor transaction-sequence: bad', () => {
  it('a number left out is a fail where it is left out', () => {
    const { checks } = judged(
      transactionSequence,
      new Visit('preamble').started().phase('body').charging(2).heartbeat(),
    );
    expect(checks).toMatchObject([{ id: 'monitor/transaction-sequence', result: 'fail', events: [1, 3] }]);
  });
  it('a jump to a huge number is no work', () => {
    expect(levels(new Visit().started().charging(2_000_000_000).heartbeat())).toEqual(['SHALL']);
  });
  it('two events with one number', () => {
    expect(said(transactionSequence, new Visit().started().authorized().charging(1))).toEqual([
      'two different events of a transaction have the same seqNo: seqNo 1 of T1',
    ]);
  });
  it('a transaction that counts from 1 is a warning', () => {
    expect(levels(new Visit().started(1).ended(2).heartbeat())).toEqual(['SHOULD']);
    const second = new Visit().whole().started(9, { id: 'T2' }).ended(10, { id: 'T2' });
    expect(levels(second.heartbeat())).toEqual(['SHOULD']);
  });
});
