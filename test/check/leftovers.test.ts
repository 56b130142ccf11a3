import { describe, expect, it } from 'vitest';
import { isBackground, judgeLeftovers } from '../../src/check/leftovers.ts';
import { verdictOf } from '../../src/check/verdict.ts';
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
