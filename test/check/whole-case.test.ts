import { describe, expect, it } from 'vitest';
import { isBackground, judgeLeftovers } from '../../src/check/leftovers.ts';
import { judgeSchemas, schemaFindings } from '../../src/check/schema-judge.ts';
import { verdictOf } from '../../src/check/verdict.ts';
import { frameEvent, type Phase, type Sender, Timeline } from '../../src/timeline/index.ts';
import { manualClock } from '../timeline/manual-clock.ts';
import { seen } from './context.ts';

function timelineOf(...frames: { sender: Sender; frame: unknown; phase?: Phase; intended?: boolean }[]) {
  const timeline = Timeline.open({ clock: manualClock() });
  for (const { sender, frame, phase = 'body', intended } of frames) {
    timeline.setPhase(phase);
    const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
    timeline.append(
      frameEvent(timeline, { sender, attempt: 1, text, ...(intended === undefined ? {} : { intended }) }),
    );
  }
  return timeline.events();
}
const heartbeat = [2, '1', 'Heartbeat', {}];
const broken = [2, '2', 'Heartbeat', { no: 1 }];

describe('schema judge', () => {
  it('says nothing about legal frames', () => {
    expect(judgeSchemas(timelineOf({ sender: 'CSMS', frame: heartbeat }), 'Charging Station')).toEqual([]);
  });
  it('the sender is to blame: the SUT fails, we are in error', () => {
    const events = timelineOf({ sender: 'Charging Station', frame: broken });
    expect(judgeSchemas(events, 'Charging Station')).toMatchObject([
      {
        id: 'monitor/schema',
        requirement: 'Part 3 schema',
        result: 'fail',
        events: [1],
        message: expect.stringContaining('HeartbeatRequest: / must NOT have additional properties: no'),
      },
    ]);
    expect(judgeSchemas(events, 'CSMS')).toMatchObject([{ id: 'monitor/own-schema', result: 'error' }]);
    expect(verdictOf(judgeSchemas(events, 'CSMS'))).toBe('error');
  });
  it('what we meant to break is no error', () => {
    expect(judgeSchemas(timelineOf({ sender: 'CSMS', frame: broken, intended: true }), 'Charging Station')).toEqual([]);
  });
  it('outside the body it is a finding, once', () => {
    const events = timelineOf(
      { sender: 'Charging Station', frame: broken, phase: 'preamble' },
      { sender: 'Charging Station', frame: broken, phase: 'preamble' },
    );
    expect(judgeSchemas(events, 'Charging Station')).toEqual([]);
    expect(schemaFindings(events, 'Charging Station')).toEqual([
      expect.stringContaining('in preamble: HeartbeatRequest'),
    ]);
  });
  it('malformed frames, unknown actions and unknown error codes are broken too', () => {
    const sender = 'Charging Station';
    const events = timelineOf(
      { sender, frame: '{' },
      { sender, frame: [2, '3', 'FireLaser', {}] },
      { sender, frame: [4, '4', 'FormationViolation', '', {}] },
      { sender, frame: [4, '5', 'FormatViolation', '', {}] },
    );
    expect(judgeSchemas(events, sender)).toMatchObject([{ result: 'fail', events: [1, 2, 3] }]);
  });
});

describe('background and leftovers', () => {
  const event = (eventType: string, triggerReason: string) =>
    seen(1, 'TransactionEventRequest', { eventType, triggerReason });
  const status = (connectorStatus: string) =>
    seen(1, 'StatusNotificationRequest', { evseId: 1, connectorId: 1, connectorStatus });
  const facts = { connectorStatus: () => 'Available' };
  it.each([
    [seen(1, 'HeartbeatRequest', {}), true],
    [seen(1, 'MeterValuesRequest', {}), true],
    [seen(1, 'GetCertificateStatusRequest', {}), true],
    [seen(1, 'SecurityEventNotificationRequest', { type: 'StartupOfTheDevice' }), true],
    [seen(1, 'SecurityEventNotificationRequest', { type: 'InvalidCsmsCertificate' }), false],
    [event('Updated', 'MeterValuePeriodic'), true],
    [event('Updated', 'MeterValueClock'), true],
    [event('Ended', 'MeterValueClock'), false],
    [event('Updated', 'ChargingStateChanged'), false],
    [status('Available'), true],
    [status('Faulted'), false],
    [seen(1, 'NotifyEventRequest', { eventData: [{ eventNotificationType: 'HardWiredNotification' }] }), true],
    [seen(1, 'NotifyEventRequest', { eventData: [{ eventNotificationType: 'CustomMonitor' }] }), false],
    [seen(1, 'BootNotificationRequest', {}), false],
  ])('%j', (observation, expected) => {
    expect(isBackground(observation, facts)).toBe(expected);
  });
  it('grave leftovers fail, others warn, background and answers are nothing', () => {
    expect(
      judgeLeftovers([seen(1, 'HeartbeatRequest', {}), seen(2, 'ResetResponse', {}), seen(3, 'meter reading', {})]),
    ).toEqual([]);
    const left = [
      seen(1, 'BootNotificationRequest', { reason: 'Watchdog' }),
      event('Started', 'CablePluggedIn'),
      seen(3, 'CALLERROR', { errorCode: 'InternalError' }),
      seen(4, 'NotifyReportRequest', {}),
    ];
    const results = judgeLeftovers(left);
    expect(results).toMatchObject([
      { id: 'monitor/leftover', result: 'fail', message: expect.stringContaining('BootNotificationRequest Watchdog') },
      { id: 'monitor/unexpected', result: 'warning', message: expect.stringContaining('NotifyReportRequest') },
    ]);
    expect(verdictOf(results)).toBe('fail');
  });
  it('a message whose view was used is used', () => {
    expect(judgeLeftovers([status('Faulted')], facts)).toHaveLength(1);
    expect(judgeLeftovers([status('Faulted')], { ...facts, used: new Set([1]) })).toEqual([]);
  });
});
