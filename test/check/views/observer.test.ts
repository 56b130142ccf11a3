import { describe, expect, it } from 'vitest';
import { Observer } from '../../../src/check/views/index.ts';
import { frameEvent, type Sender, Timeline, type Unstamped } from '../../../src/timeline/index.ts';
import { manualClock } from '../../timeline/manual-clock.ts';

function bench(sut: Sender) {
  const clock = manualClock();
  const timeline = Timeline.open({ clock });
  const observer = new Observer({ sut });
  const append = (event: Unstamped) => observer.feed(timeline.append(event));
  const send = (sender: Sender, frame: unknown[]) =>
    append(frameEvent(timeline, { sender, attempt: 1, text: JSON.stringify(frame) }));
  const wire = (what: string, attempt: number, facts: Record<string, unknown> = {}) =>
    append({ type: 'connection', what, attempt, facts });
  return { clock, observer, append, send, wire };
}
const call = (id: string, action: string, payload: unknown) => [2, id, action, payload];

describe('messages', () => {
  it('of both sides are named; answers by the action of their CALL', () => {
    const { send } = bench('Charging Station');
    expect(send('CSMS', call('1', 'Reset', { type: 'Immediate' }))).toMatchObject([
      { index: 0, name: 'ResetRequest', sender: 'CSMS' },
    ]);
    expect(send('Charging Station', [3, '1', { status: 'Accepted' }])).toMatchObject([
      { index: 1, name: 'ResetResponse', messageId: '1' },
    ]);
    expect(send('Charging Station', [4, '1', 'GenericError', 'x', {}])).toMatchObject([
      { name: 'CALLERROR', action: 'Reset', fields: { errorCode: 'GenericError' } },
    ]);
    expect(send('Charging Station', [3, '77', {}])).toMatchObject([{ name: 'unmatched response' }]);
    expect(send('Charging Station', [9])).toMatchObject([{ name: 'malformed', fields: { reason: 'message-id' } }]);
  });
  it('sent late carry their own time', () => {
    const { send } = bench('Charging Station');
    const [event] = send(
      'Charging Station',
      call('1', 'TransactionEvent', { offline: true, timestamp: '2026-03-01T11:00:00Z' }),
    );
    expect(event?.ownTime).toBe(Date.parse('2026-03-01T11:00:00Z'));
    const [online] = send('Charging Station', call('2', 'TransactionEvent', { timestamp: '2026-03-01T11:00:00Z' }));
    expect(online).not.toHaveProperty('ownTime');
  });
});

describe('connector status and monitoring events', () => {
  it('StatusNotification and NotifyEvent give the same view', () => {
    const { send } = bench('Charging Station');
    const expected = {
      name: 'connector status',
      fields: { connector: { id: 1, connectorId: 2 }, evse: 1, connectorStatus: 'Available' },
    };
    expect(
      send(
        'Charging Station',
        call('1', 'StatusNotification', { evseId: 1, connectorId: 2, connectorStatus: 'Available', timestamp: 'x' }),
      )[1],
    ).toMatchObject(expected);
    const eventData = [
      {
        component: { name: 'Connector', evse: { id: 1, connectorId: 2 } },
        variable: { name: 'AvailabilityState' },
        actualValue: 'Available',
        trigger: 'Delta',
        eventId: 3,
        timestamp: '2026-03-01T11:00:00Z',
      },
      {
        component: { name: 'EVSE', evse: { id: 1 } },
        variable: { name: 'Power' },
        actualValue: '3',
        trigger: 'Alerting',
      },
    ];
    const seen = send('Charging Station', call('2', 'NotifyEvent', { eventData }));
    expect(seen.map(({ name }) => name)).toEqual([
      'NotifyEventRequest',
      'monitoring event',
      'monitoring event',
      'connector status',
    ]);
    expect(seen[1]).toMatchObject({
      ownTime: Date.parse('2026-03-01T11:00:00Z'),
      fields: { eventId: 3, variable: { component: { name: 'Connector' }, variable: { name: 'AvailabilityState' } } },
    });
    expect(seen[3]).toMatchObject(expected);
  });
});

describe('meter readings', () => {
  const reading = (timestamp: string, measurand: string) => ({ timestamp, sampledValue: [{ value: 1, measurand }] });
  it('one an element, with the message as carrier; the EVSE is remembered for the transaction', () => {
    const { send } = bench('Charging Station');
    send(
      'Charging Station',
      call('1', 'TransactionEvent', { evse: { id: 2 }, transactionInfo: { transactionId: 't' } }),
    );
    const meterValue = [
      reading('2026-03-01T11:00:00Z', 'Voltage'),
      { timestamp: '2026-03-01T11:01:00Z', sampledValue: [{ value: 2 }] },
    ];
    const seen = send(
      'Charging Station',
      call('2', 'TransactionEvent', { eventType: 'Ended', transactionInfo: { transactionId: 't' }, meterValue }),
    );
    expect(seen.slice(1)).toMatchObject([
      {
        name: 'meter reading',
        fields: {
          evseId: 2,
          measurands: ['Voltage'],
          carrier: { name: 'TransactionEventRequest', eventType: 'Ended' },
        },
      },
      { ownTime: Date.parse('2026-03-01T11:01:00Z'), fields: { measurands: ['Energy.Active.Import.Register'] } },
    ]);
  });
  it('split over messages are one, under the first index', () => {
    const { send, observer } = bench('Charging Station');
    const [, first] = send(
      'Charging Station',
      call('1', 'MeterValues', { evseId: 1, meterValue: [reading('2026-03-01T11:00:00Z', 'Voltage')] }),
    );
    const [, second] = send(
      'Charging Station',
      call('2', 'MeterValues', { evseId: 1, meterValue: [reading('2026-03-01T11:00:00Z', 'SoC')] }),
    );
    expect(second).toMatchObject({ index: first?.index, fields: { measurands: ['Voltage', 'SoC'] } });
    expect(observer.observations.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(observer.observations[1]).toBe(second);
  });
});

describe('connections', () => {
  it('an attempt with its facts and the gap since the last one ended; its end', () => {
    const { wire, clock } = bench('Charging Station');
    wire('attempt', 1, { endpoint: 'wss://x' });
    wire('tls', 1, { tls: { version: 'TLSv1.2', offeredSuites: ['A'], peerCertificate: { commonName: 'CS' } } });
    wire('http', 1, { http: { authorization: { scheme: 'Basic', username: 'CS001' } } });
    expect(wire('open', 1, { securityProfile: 2, subprotocol: 'ocpp2.0.1' })).toMatchObject([
      {
        name: 'connection attempt',
        sender: 'Charging Station',
        fields: {
          outcome: 'established',
          endpoint: 'wss://x',
          securityProfile: 2,
          tls: { suites: ['A'], clientCertificate: { commonName: 'CS' } },
          authorization: { username: 'CS001' },
        },
      },
    ]);
    expect(wire('closed', 1, { by: 'us' })).toMatchObject([
      { name: 'disconnection', sender: 'CSMS', fields: { cause: 'CSMS' } },
    ]);
    clock.pass(30_000);
    wire('attempt', 2);
    clock.pass(400);
    expect(wire('refused', 2, { by: 'them', at: 'TLS', reason: 'alert' })).toMatchObject([
      { fields: { outcome: 'aborted by the Charging Station', 'refused at': 'TLS', gap: 30 } },
    ]);
    wire('attempt', 3);
    expect(wire('refused', 3, { by: 'us', at: 'HTTP' })).toMatchObject([{ fields: { outcome: 'refused', gap: 0 } }]);
    expect(wire('closed', 3, { by: 'them' })).toEqual([]);
  });
  it('the end of a connection that was there before the first event is a disconnection', () => {
    const { wire } = bench('Charging Station');
    expect(wire('closed', 7, { by: 'us' })).toMatchObject([{ name: 'disconnection', sender: 'CSMS' }]);
  });
  it('a CSMS that refuses us refuses', () => {
    const { wire } = bench('CSMS');
    wire('attempt', 1);
    expect(wire('refused', 1, { by: 'them', at: 'HTTP' })).toMatchObject([
      { sender: 'Charging Station', fields: { outcome: 'refused' } },
    ]);
    wire('attempt', 2);
    wire('open', 2);
    expect(wire('closed', 2, { by: 'them' })).toMatchObject([{ sender: 'CSMS' }]);
  });
});

it('file transfers', () => {
  const { append } = bench('Charging Station');
  expect(
    append({ type: 'transfer', direction: 'download', url: 'http://x/f', outcome: 'complete', bytes: 4 }),
  ).toMatchObject([{ name: 'file download', fields: { url: 'http://x/f', outcome: 'completed' } }]);
});
