import { describe, expect, it } from 'vitest';
import { beforeAccepted } from '../../../src/check/monitors/before-accepted.ts';
import { csms, judged, Stream, said, station } from './stream.ts';

const boot = (stream: Stream, reason = 'PowerUp') =>
  stream.call(station, 'BootNotification', { reason, chargingStation: { model: 'M', vendorName: 'V' } });
const trigger = (stream: Stream, requestedMessage: string) =>
  stream.exchange(csms, 'TriggerMessage', { requestedMessage }, { status: 'Accepted' });
const reset = (stream: Stream) => stream.call(csms, 'Reset', { type: 'Immediate' });
const security = (stream: Stream, code: string) => stream.error(csms, stream.call(station, 'Heartbeat'), code);
const requirements = (stream: Stream, sut = station) =>
  judged(beforeAccepted, stream, { sut, toleranceSeconds: 4 }).checks.map(({ requirement }) => requirement);

describe('monitor before-accepted', () => {
  it('good: a boot, and everything after Accepted, also on later connections', () => {
    const stream = new Stream().open().boot().heartbeat().closed().open().heartbeat();
    expect(said(beforeAccepted, stream)).toEqual([]);
  });
  it('good: Pending, what was asked for, and the next boot when the interval is over', () => {
    const stream = trigger(new Stream().open().boot('Pending', 60), 'Heartbeat').heartbeat();
    stream.exchange(csms, 'GetBaseReport', { requestId: 1, reportBase: 'FullInventory' }, { status: 'Accepted' });
    for (const seqNo of [0, 1])
      stream.exchange(station, 'NotifyReport', { requestId: 1, generatedAt: stream.time(), seqNo });
    expect(requirements(stream.pass(60).boot().heartbeat())).toEqual([]);
  });
  it('good: a boot that was triggered comes earlier than the interval', () => {
    expect(requirements(trigger(new Stream().boot('Pending', 60), 'BootNotification').pass(5).boot())).toEqual([]);
  });
  it('odd: nothing is claimed before a boot was seen, and a triggered boot is no reboot', () => {
    const stream = new Stream().open().heartbeat();
    trigger(stream, 'BootNotification');
    boot(stream, 'Triggered');
    expect(requirements(stream.heartbeat())).toEqual([]);
  });
  it('odd: details changed, so it boots without having been down', () => {
    const stream = new Stream().open().heartbeat();
    boot(stream, 'Unknown');
    expect(requirements(stream)).toEqual([]);
  });
  it('odd: status by NotifyEvent, a CSR for a trigger, a report that monitoring asked for', () => {
    const stream = new Stream().boot('Pending', 60);
    trigger(trigger(stream, 'StatusNotification'), 'SignChargingStationCertificate');
    stream.exchange(csms, 'GetMonitoringReport', { requestId: 2 }, { status: 'Accepted' });
    for (const action of ['NotifyEvent', 'SignCertificate', 'NotifyMonitoringReport']) stream.call(station, action);
    expect(requirements(stream)).toEqual([]);
  });
  it('odd: after Rejected the link closes and a new boot comes on another one', () => {
    expect(requirements(new Stream().boot('Rejected', 60).closed().pass(20).open().boot())).toEqual([]);
  });
  it('bad: anything but BootNotification while Pending or Rejected', () => {
    const pending = new Stream().boot('Pending', 60);
    pending.call(station, 'Heartbeat');
    expect(requirements(pending)).toEqual(['B02.FR.02']);
    const rejected = trigger(new Stream().boot('Pending', 60), 'Heartbeat').pass(60).boot('Rejected', 60);
    rejected.call(station, 'Heartbeat');
    expect(requirements(rejected)).toEqual(['B03.FR.02']);
  });
  it('bad: anything before the boot of a new connection is answered, when the station has been down', () => {
    const early = new Stream().closed().open().heartbeat().boot();
    expect(requirements(early)).toEqual(['B01.FR.08']);
    const waiting = new Stream().open();
    boot(waiting);
    waiting.pass(30).call(station, 'Heartbeat');
    expect(requirements(waiting)).toEqual(['B01.FR.08']);
  });
  it('bad: booting again before the interval is over', () => {
    expect(requirements(new Stream().boot('Pending', 60).pass(55).boot())).toEqual(['B02.FR.04']);
    expect(requirements(new Stream().boot('Rejected', 60).pass(55).boot())).toEqual(['B03.FR.02']);
    expect(requirements(new Stream().boot('Pending', 60).pass(57).boot())).toEqual([]);
    expect(requirements(new Stream().boot('Pending', 0).pass(1).boot())).toEqual([]);
  });
  it('a station that was rejected answers SecurityError or nothing', () => {
    const stream = new Stream().boot('Rejected', 60);
    const id = reset(stream);
    expect(requirements(stream)).toEqual([]);
    expect(requirements(new Stream().boot('Rejected', 60).error(station, id, 'SecurityError'))).toEqual([]);
    stream.result(station, id, { status: 'Accepted' });
    expect(requirements(stream)).toEqual(['B03.FR.08']);
  });
  it('the CSMS says nothing after Rejected, and answers what is forbidden with SecurityError', () => {
    const talks = new Stream().boot('Rejected', 60);
    reset(talks);
    expect(requirements(talks, csms)).toEqual(['B03.FR.03']);
    for (const [status, requirement] of [
      ['Pending', 'B02.FR.09'],
      ['Rejected', 'B03.FR.07'],
    ] as const) {
      expect(requirements(new Stream().boot(status, 60).heartbeat(), csms)).toEqual([requirement]);
      expect(requirements(security(new Stream().boot(status, 60), 'InternalError'), csms)).toEqual([requirement]);
      expect(requirements(security(new Stream().boot(status, 60), 'SecurityError'), csms)).toEqual([]);
    }
    const broken = new Stream().boot('Pending', 60);
    broken.error(csms, broken.call(station, 'Heartbeat', { no: 1 }), 'FormatViolation');
    expect(requirements(broken, csms)).toEqual([]);
  });
});
