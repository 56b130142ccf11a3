import { describe, expect, it } from 'vitest';
import { transactionBounds } from '../../../src/check/monitors/transaction-bounds.ts';
import { judged, said } from './stream.ts';
import { Visit } from './transaction.ts';

const second = { id: 'T2' };
const elsewhere = { id: 'T2', evse: { id: 2, connectorId: 1 } };

describe('monitor transaction-bounds: good', () => {
  it('Started, Updated, Ended; one transaction after the other, and two on two EVSEs', () => {
    expect(said(transactionBounds, new Visit().whole().started(0, second).heartbeat())).toEqual([]);
    expect(said(transactionBounds, new Visit().started().started(0, elsewhere).charging().heartbeat())).toEqual([]);
  });
});

describe('monitor transaction-bounds: legal but odd', () => {
  it('events in any order, Started sent again', () => {
    const visit = new Visit();
    const timestamp = visit.time();
    visit.ended().charging().started(0, { timestamp }).authorized().started(0, { timestamp });
    expect(said(transactionBounds, visit)).toEqual([]);
  });
  it('a transaction that began before the stream', () => {
    expect(said(transactionBounds, new Visit().charging(7).ended(8).heartbeat())).toEqual([]);
  });
  it('an Ended that comes after the next Started, but was before it', () => {
    const visit = new Visit().started();
    const timestamp = visit.time();
    visit.pass(5).started(0, second).ended(1, { timestamp }).heartbeat();
    expect(said(transactionBounds, visit)).toEqual([]);
  });
  it('what happened offline is told later, in any order', () => {
    const visit = new Visit().started().closed();
    const [ended, started] = [visit.time(1), visit.time(9)];
    visit
      .pass(60)
      .open()
      .started(0, { ...second, timestamp: started, offline: true });
    visit.ended(1, { timestamp: ended, offline: true }).heartbeat();
    expect(said(transactionBounds, visit)).toEqual([]);
    expect(said(transactionBounds, new Visit().started().closed().open().started(0, second).heartbeat())).toEqual([]);
  });
  it('transactions that never tell their EVSE', () => {
    const visit = new Visit().event('Started', 0, 'Authorized').event('Started', 0, 'Authorized', second).heartbeat();
    expect(said(transactionBounds, visit)).toEqual([]);
  });
  it('a late event of a transaction that has ended', () => {
    const visit = new Visit().started();
    const timestamp = visit.time();
    visit.pass(3).ended(2).started(0, second).authorized(1, { timestamp }).heartbeat();
    expect(said(transactionBounds, visit)).toEqual([]);
  });
});

describe('monitor transaction-bounds: bad', () => {
  it.each([
    ['started twice', new Visit().started().started(1)],
    ['ended twice', new Visit().started().ended(1).ended(2)],
    ['Ended is not the last event', new Visit().started().ended(1).charging(2)],
    ['Ended is not the last event', new Visit().started().charging(2).ended(1)],
    ['Started is not the first event', new Visit().charging(1).started(2)],
    ['Started is not the first event', new Visit().started(2).charging(1)],
    ['the first event of a transaction is not Started', new Visit().charging(0)],
  ])('%s', (words, visit) => {
    expect(said(transactionBounds, visit)).toEqual([expect.stringContaining(words)]);
  });
  it('a second transaction while the first goes on, proven by an event of it', () => {
    const visit = new Visit().started().started(0, second).charging(1).ended(2);
    expect(said(transactionBounds, visit)).toEqual([expect.stringContaining('while another one goes on')]);
  });
  it('a second transaction although the first was never ended', () => {
    const { checks } = judged(transactionBounds, new Visit().started().started(0, second).heartbeat());
    expect(checks).toMatchObject([{ requirement: 'E01.FR.14', result: 'fail', events: [3] }]);
  });
});
