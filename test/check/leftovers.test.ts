import { describe, expect, it } from 'vitest';
import { isBackground, judgeLeftovers } from '../../src/check/leftovers.ts';
import type { Observation } from '../../src/check/types.ts';
import { verdictOf } from '../../src/check/verdict.ts';
import { judgeRest } from '../../src/check/whole.ts';
import { seen } from './context.ts';

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

describe('a boot that is tried again', () => {
  const boot = (index: number): Observation => ({
    ...seen(index, 'BootNotificationRequest', {}),
    messageId: `b${index}`,
  });
  const answer = (index: number, status: string): Observation => ({
    ...seen(index, 'BootNotificationResponse', { status }),
    sender: 'CSMS',
    messageId: `b${index - 1}`,
  });
  const left = (...observations: Observation[]) => judgeRest(observations, new Set([0]), 'Charging Station');

  it('after Pending or Rejected is no leftover, however often', () => {
    expect(left(boot(0), answer(1, 'Pending'), boot(2), answer(3, 'Rejected'), boot(4))).toEqual([]);
  });
  it('after Accepted, or without an answer, is one', () => {
    expect(left(boot(0), answer(1, 'Accepted'), boot(2))).toMatchObject([{ id: 'monitor/leftover', result: 'fail' }]);
    expect(left(boot(0), boot(1))).toMatchObject([{ id: 'monitor/leftover', result: 'fail' }]);
  });
});
