import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CsmsBench, startBench, started } from './csms-bench.ts';
import type { FakeStation } from './fake-station.ts';

let bench: CsmsBench;
let station: FakeStation;
beforeEach(async () => {
  bench = await startBench({ pricePerKwh: 0.5 });
  station = await bench.booted();
});
afterEach(async () => {
  await bench.stop();
  expect(station.faults).toEqual([]);
});

const register = (value: number) => [{ timestamp: '2026-01-01T00:00:00Z', sampledValue: [{ value }] }];

test.each([
  ['VALID', 'ISO14443', { status: 'Accepted', groupIdToken: { idToken: 'GROUP', type: 'Central' } }],
  ['valid', 'ISO14443', { status: 'Accepted', groupIdToken: { idToken: 'GROUP', type: 'Central' } }],
  ['VALID', 'KeyCode', { status: 'Invalid' }],
  ['BLOCKED', 'ISO14443', { status: 'Blocked' }],
  ['NOBODY', 'ISO14443', { status: 'Unknown' }],
  ['', 'NoAuthorization', { status: 'Accepted' }],
])('Authorize of %s (%s)', async (idToken, type, idTokenInfo) => {
  expect(await station.ask('Authorize', { idToken: { idToken, type } })).toEqual({ idTokenInfo });
});

test('a transaction is booked from Started to Ended and its cost told', async () => {
  const first = await station.ask('TransactionEvent', { ...started, meterValue: register(1000) });
  expect(first).toEqual({ idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'GROUP', type: 'Central' } } });
  const ended = {
    ...started,
    eventType: 'Ended',
    triggerReason: 'StopAuthorized',
    seqNo: 1,
    meterValue: register(5000),
    idToken: undefined,
  };
  expect(await station.ask('TransactionEvent', ended)).toEqual({ totalCost: 2 });
  const known = bench.csms.station('CS-1').transactions.get('tx-1');
  expect(known).toMatchObject({ evseId: 1, idToken: 'VALID', firstWh: 1000, lastWh: 5000, cost: 2 });
  expect(known?.endedAt).toBe(started.timestamp);
});

test('an event of an unknown transaction is answered, and a late one does not turn the state back', async () => {
  await station.ask('TransactionEvent', {
    ...started,
    eventType: 'Updated',
    seqNo: 5,
    transactionInfo: { transactionId: 'tx-9', chargingState: 'SuspendedEV' },
  });
  await station.ask('TransactionEvent', {
    ...started,
    seqNo: 1,
    transactionInfo: { transactionId: 'tx-9', chargingState: 'Charging' },
  });
  expect(bench.csms.station('CS-1').transactions.get('tx-9')?.chargingState).toBe('SuspendedEV');
});

test('connector status is kept from either message', async () => {
  await station.ask('StatusNotification', {
    timestamp: '2026-01-01T00:00:00Z',
    connectorStatus: 'Occupied',
    evseId: 1,
    connectorId: 1,
  });
  const event = {
    eventId: 1,
    timestamp: '2026-01-01T00:00:00Z',
    trigger: 'Delta',
    actualValue: 'Faulted',
    eventNotificationType: 'HardWiredNotification',
    component: { name: 'Connector', evse: { id: 2, connectorId: 1 } },
    variable: { name: 'AvailabilityState' },
  };
  await station.ask('NotifyEvent', { generatedAt: '2026-01-01T00:00:00Z', seqNo: 0, eventData: [event] });
  expect([...bench.csms.station('CS-1').connectors.values()].map(({ evseId, status }) => [evseId, status])).toEqual([
    [1, 'Occupied'],
    [2, 'Faulted'],
  ]);
});

test('a remote start and a remote stop', async () => {
  await bench.csms.order('CS-1', 'RequestStartTransaction', [
    ['token', 'VALID'],
    ['evse', '1'],
    ['limit', '6 A'],
  ]);
  const start = await station.next();
  start.answer({ status: 'Accepted' });
  expect(start.payload).toMatchObject({
    idToken: { idToken: 'VALID', type: 'ISO14443' },
    evseId: 1,
    chargingProfile: { chargingProfilePurpose: 'TxProfile' },
  });
  expect(start.payload['chargingProfile']).not.toHaveProperty('transactionId');
  await station.ask('TransactionEvent', started);
  await bench.csms.order('CS-1', 'RequestStopTransaction', [['transaction', 'the one at EVSE 1']]);
  const stop = await station.next();
  expect(stop.payload).toEqual({ transactionId: 'tx-1' });
});

test('a charging need is granted with a TxProfile after the answer', async () => {
  await station.ask('TransactionEvent', started);
  const chargingNeeds = {
    requestedEnergyTransfer: 'AC_three_phase',
    acChargingParameters: { energyAmount: 1000, evMinCurrent: 6, evMaxCurrent: 20, evMaxVoltage: 400 },
  };
  expect(await station.ask('NotifyEVChargingNeeds', { evseId: 1, chargingNeeds })).toEqual({ status: 'Accepted' });
  const { action, payload } = await station.next();
  expect(action).toBe('SetChargingProfile');
  expect(payload).toMatchObject({
    evseId: 1,
    chargingProfile: { transactionId: 'tx-1', chargingProfilePurpose: 'TxProfile' },
  });
});

test('an unknown vendor and a message that no station sends', async () => {
  expect(await station.ask('DataTransfer', { vendorId: 'nobody' })).toEqual({ status: 'UnknownVendorId' });
  expect((await station.call('ClearCache', {}))[2]).toBe('NotSupported');
});
