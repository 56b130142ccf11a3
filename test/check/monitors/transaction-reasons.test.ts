import { describe, expect, it } from 'vitest';
import { transactionReasons } from '../../../src/check/monitors/transaction-reasons.ts';
import { csms, said, sightings, station } from './stream.ts';
import { token, Visit } from './transaction.ts';

const cited = (visit: Visit) =>
  sightings(transactionReasons, visit).map(({ requirement, level = 'SHALL' }) => `${requirement} ${level}`);
const reason = (stoppedReason: string) => ({ info: { stoppedReason } });
const remote = { info: { remoteStartId: 7 }, idToken: token };

describe('monitor transaction-reasons: good and legal', () => {
  it('a local transaction, a remote one', () => {
    expect(said(transactionReasons, new Visit().whole())).toEqual([]);
    const visit = new Visit().requestStart(7).started(0, { triggerReason: 'RemoteStart', ...remote });
    visit.exchange(csms, 'RequestStopTransaction', { transactionId: 'T1' }, { status: 'Accepted' });
    expect(said(transactionReasons, visit.event('Ended', 1, 'RemoteStop', reason('Remote')))).toEqual([]);
  });
  it('stoppedReason left out where it is Local', () => {
    expect(said(transactionReasons, new Visit().started().event('Ended', 1, 'StopAuthorized'))).toEqual([]);
    const stopped = new Visit().started().event('Updated', 1, 'StopAuthorized');
    expect(said(transactionReasons, stopped.event('Ended', 2, 'AbnormalCondition'))).toEqual([]);
    expect(said(transactionReasons, new Visit().event('Ended', 9, 'EVDeparted'))).toEqual([]);
  });
  it('commands to a transaction that began before the stream', () => {
    expect(
      said(transactionReasons, new Visit().event('Updated', 9, 'Trigger').event('Updated', 10, 'RemoteStop')),
    ).toEqual([]);
  });
  it('a remote start that was asked for before the stream, or that told its id before and again', () => {
    const visit = new Visit().started(0, { triggerReason: 'RemoteStart', ...remote }).charging(1, remote);
    expect(said(transactionReasons, visit)).toEqual([]);
  });
  it('a remote start that is refused, or not yet used', () => {
    expect(said(transactionReasons, new Visit().requestStart(7, 'Rejected').requestStart(8).whole())).toEqual([]);
  });
  it('a reading on a timer without values where no measurand is configured', () => {
    const visit = new Visit();
    visit.variables({ 'SampledDataCtrlr.TxUpdatedMeasurands': '' });
    expect(said(transactionReasons, visit.started().event('Updated', 1, 'MeterValuePeriodic'))).toEqual([]);
  });
});

describe('monitor transaction-reasons: bad', () => {
  it.each(['RemoteStop', 'Trigger', 'UnlockCommand'])('%s that nobody sent', (triggerReason) => {
    expect(cited(new Visit().started().event('Updated', 1, triggerReason))).toEqual(['E02.FR.15 SHALL']);
  });
  it.each([
    ['RemoteStop', 'Local', 'F03.FR.03 SHALL'],
    ['Deauthorized', 'Other', 'E05.FR.10 SHOULD'],
    ['EVConnectTimeout', 'Other', 'E03.FR.05 SHOULD'],
  ])('ended by %s with %s', (triggerReason, stoppedReason, cite) => {
    expect(cited(new Visit().event('Ended', 5, triggerReason, reason(stoppedReason)))).toEqual([cite]);
  });
  it('a refused token ends the transaction with DeAuthorized', () => {
    const visit = new Visit().started();
    const id = visit.call(station, 'TransactionEvent', {
      eventType: 'Updated',
      timestamp: visit.time(),
      triggerReason: 'Authorized',
      seqNo: 1,
      transactionInfo: { transactionId: 'T1' },
      idToken: token,
    });
    visit.result(csms, id, { idTokenInfo: { status: 'Blocked' } }).event('Ended', 2, 'Deauthorized', reason('Other'));
    expect(cited(visit)).toEqual(['E05.FR.10 SHALL']);
  });
  it('no stoppedReason although it cannot be Local', () => {
    expect(cited(new Visit().event('Ended', 5, 'EnergyLimitReached'))).toEqual(['E06.FR.08 SHALL']);
  });
  it('stoppedReason before the end is only a matter of compatibility', () => {
    expect(cited(new Visit().event('Updated', 5, 'StopAuthorized', reason('Local')))).toEqual([
      'Part 2, 2.48 stoppedReason compatibility',
    ]);
  });
  it('RemoteStart without remoteStartId and idToken', () => {
    const visit = new Visit().requestStart(7).started(0, { triggerReason: 'RemoteStart' });
    expect(cited(visit)).toEqual(['F02.FR.21 SHALL', 'C05.FR.05 SHALL']);
  });
  it('a remoteStartId told with another triggerReason, and another idToken', () => {
    const visit = new Visit().requestStart(7).started();
    visit.authorized(1, { ...remote, idToken: { idToken: 'OTHER', type: 'ISO14443' } });
    expect(cited(visit)).toEqual(['F02.FR.21 SHOULD', 'F01.FR.04 SHALL']);
  });
  it('a remoteStartId that nobody asked for', () => {
    const visit = new Visit().requestStart(8).started(0, { triggerReason: 'RemoteStart', ...remote });
    expect(cited(visit)).toEqual(['C05.FR.03 SHALL']);
  });
  it('a reading on a timer without values', () => {
    const visit = new Visit();
    visit.variables({ 'SampledDataCtrlr.TxUpdatedMeasurands': 'Energy.Active.Import.Register' });
    visit.started().event('Updated', 1, 'MeterValuePeriodic').event('Updated', 2, 'MeterValueClock');
    expect(cited(visit)).toEqual(['J02.FR.11 SHALL', 'J01.FR.22 SHOULD']);
  });
});
