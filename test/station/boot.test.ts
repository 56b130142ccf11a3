import { expect, test } from 'vitest';
import { bench, booted, calm, memoryStore } from './bench.ts';

test('an accepted boot: nameplate and reason, every connector, the startup event, then heartbeats', async () => {
  const { station, csms, clock } = bench();
  station.start();
  await calm();
  expect(csms.of('BootNotification')).toEqual([
    {
      reason: 'PowerUp',
      chargingStation: { model: 'Model', vendorName: 'Vendor', serialNumber: 'S-1', firmwareVersion: '1.0.0' },
    },
  ]);
  expect(csms.attempts[0]).toMatchObject({
    url: 'ws://csms.example/ocpp/CS-1',
    credentials: { username: 'CS-1', password: 'a-password-of-enough-length' },
    subprotocols: ['ocpp2.0.1'],
  });
  expect(csms.of('StatusNotification')).toMatchObject([
    { evseId: 1, connectorId: 1, connectorStatus: 'Available' },
    { evseId: 2, connectorId: 1, connectorStatus: 'Available' },
  ]);
  expect(csms.of('SecurityEventNotification')).toMatchObject([{ type: 'StartupOfTheDevice' }]);
  expect(station.bootStatus).toBe('Accepted');
  csms.clear();
  await clock.pass(299);
  expect(csms.of('Heartbeat')).toHaveLength(0);
  await clock.pass(2);
  expect(csms.of('Heartbeat')).toHaveLength(1);
});

test.each(['Pending', 'Rejected'] as const)('%s: nothing but the next boot after the interval', async (status) => {
  const { station, csms, clock } = bench();
  csms.on('BootNotification', () => ({ status, interval: 40, currentTime: new Date(clock.now()).toISOString() }));
  station.start();
  await calm();
  await clock.pass(39);
  expect(csms.requests.map(({ action }) => action)).toEqual(['BootNotification']);
  csms.on('BootNotification', () => ({
    status: 'Accepted',
    interval: 300,
    currentTime: new Date(clock.now()).toISOString(),
  }));
  await clock.pass(2);
  expect(csms.of('BootNotification')).toHaveLength(2);
  expect(station.bootStatus).toBe('Accepted');
  expect(csms.of('StatusNotification')).toHaveLength(2);
});

test('Pending: requests are served, triggered messages leave, remote start is rejected', async () => {
  const { station, csms } = bench();
  csms.on('BootNotification', () => ({
    status: 'Pending',
    interval: 400,
    currentTime: new Date(csms.clock.now()).toISOString(),
  }));
  station.start();
  await calm();
  csms.clear();
  const variable = { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'OfflineThreshold' } };
  expect(await csms.ask('GetVariables', { getVariableData: [variable] })).toMatchObject({
    getVariableResult: [{ attributeStatus: 'Accepted' }],
  });
  expect(
    await csms.ask('RequestStartTransaction', {
      idToken: { idToken: 'A', type: 'Central' },
      remoteStartId: 1,
      evseId: 1,
    }),
  ).toMatchObject({
    status: 'Rejected',
  });
  expect(await csms.ask('TriggerMessage', { requestedMessage: 'Heartbeat' })).toEqual({ status: 'Accepted' });
  await calm();
  expect(csms.of('Heartbeat')).toHaveLength(1);
  expect(await csms.ask('TriggerMessage', { requestedMessage: 'BootNotification' })).toEqual({ status: 'Accepted' });
  await calm();
  expect(csms.of('BootNotification')).toMatchObject([{ reason: 'Triggered' }]);
  expect(await csms.ask('GetBaseReport', { requestId: 7, reportBase: 'SummaryInventory' })).toMatchObject({
    status: 'Accepted',
  });
  await csms.clock.pass(1);
  expect(csms.of('NotifyReport').length).toBeGreaterThan(0);
  expect(csms.of('StatusNotification')).toHaveLength(0);
});

test('Rejected: a request of the CSMS is answered SecurityError', async () => {
  const { station, csms } = bench();
  csms.on('BootNotification', () => ({
    status: 'Rejected',
    interval: 400,
    currentTime: new Date(csms.clock.now()).toISOString(),
  }));
  station.start();
  await calm();
  expect(await csms.ask('ClearCache', {})).toEqual({ error: 'SecurityError' });
});

test('an action that the station does not know is NotImplemented', async () => {
  const { csms } = await booted();
  expect(
    await csms.ask('ReserveNow', {
      id: 1,
      expiryDateTime: '2026-03-01T12:00:00Z',
      idToken: { idToken: 'A', type: 'Central' },
    }),
  ).toEqual({
    error: 'NotImplemented',
  });
});

test('a plain reconnect needs no boot; the back-off runs in OCPP time', async () => {
  const { csms, clock, station } = await booted();
  csms.refusal = { at: 'TCP', by: 'them', reason: 'refused' };
  csms.cut();
  await clock.pass(4);
  expect(csms.attempts).toHaveLength(1);
  await clock.pass(4);
  expect(csms.attempts).toHaveLength(2);
  csms.refusal = undefined;
  await clock.pass(20);
  expect(station.online).toBe(true);
  expect(csms.of('BootNotification')).toHaveLength(0);
});

test('a power cycle boots again with PowerUp; a refused server certificate is told after the next boot', async () => {
  const store = memoryStore();
  const { csms, clock, rig, station } = await booted({ store });
  csms.refusal = { at: 'TLS', by: 'us', reason: 'the certificate of the CSMS is not valid: expired' };
  rig.perform({ act: 'power', change: 'cut' });
  await clock.pass(1);
  expect(station.online).toBe(false);
  rig.perform({ act: 'power', change: 'restore' });
  await clock.pass(1);
  csms.refusal = undefined;
  await clock.pass(30);
  expect(csms.of('BootNotification')).toMatchObject([{ reason: 'PowerUp' }]);
  expect(csms.of('SecurityEventNotification').map(({ type }) => type)).toEqual([
    'InvalidCsmsCertificate',
    'StartupOfTheDevice',
  ]);
});

test('a new password is used on a new connection (A01)', async () => {
  const { csms } = await booted();
  const password = 'another-password-1234';
  const setVariableData = [
    { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' }, attributeValue: password },
  ];
  expect(await csms.ask('SetVariables', { setVariableData })).toMatchObject({
    setVariableResult: [{ attributeStatus: 'Accepted' }],
  });
  await calm();
  expect(csms.attempts.at(-1)?.credentials?.password).toBe(password);
});
