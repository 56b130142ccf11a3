import { expect, test } from 'vitest';
import type { Action } from '../../src/ocpp/index.ts';
import { schemaFaults } from '../../src/ocpp/index.ts';
import type { HeldCall, Station } from '../../src/station/index.ts';
import { bench, calm, settings, token } from './bench.ts';

const quiet = {
  quiet: true,
  settings: settings({ 'TxCtrlr.TxStartPoint': 'PowerPathClosed', 'TxCtrlr.TxStopPoint': 'PowerPathClosed' }),
};

async function connected() {
  const made = bench(quiet);
  made.station.start();
  await calm();
  expect(made.csms.attempts).toHaveLength(0);
  expect(await made.station.script.connect()).toMatchObject({ ok: true });
  await calm();
  return made;
}
const boot = (station: Station) => station.script.send('BootNotification');

test('quiet: nothing by itself, neither after the link nor after the boot nor by time', async () => {
  const { station, csms, clock } = await connected();
  expect(csms.requests).toEqual([]);
  expect(await boot(station)).toMatchObject({ kind: 'result', payload: { status: 'Accepted' } });
  await clock.pass(3600);
  expect(csms.requests.map(({ action }) => action)).toEqual(['BootNotification']);
  expect(station.bootStatus).toBe('Accepted');
});

test('quiet: what the rig causes is told', async () => {
  const { station, csms, rig } = await connected();
  await boot(station);
  rig.perform({ act: 'plug', evse: 1 });
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
  expect(csms.requests.map(({ action }) => action)).toEqual([
    'BootNotification',
    'StatusNotification',
    'Authorize',
    'TransactionEvent',
    'TransactionEvent',
  ]);
});

test('compose: every message of a station is valid; what is given wins, undefined is left out', async () => {
  const { station } = await connected();
  const actions: Action[] = [
    'Authorize',
    'BootNotification',
    'ClearedChargingLimit',
    'DataTransfer',
    'FirmwareStatusNotification',
    'Heartbeat',
    'LogStatusNotification',
    'MeterValues',
    'NotifyChargingLimit',
    'NotifyCustomerInformation',
    'NotifyDisplayMessages',
    'NotifyEVChargingNeeds',
    'NotifyEVChargingSchedule',
    'NotifyEvent',
    'NotifyMonitoringReport',
    'NotifyReport',
    'PublishFirmwareStatusNotification',
    'ReportChargingProfiles',
    'ReservationStatusUpdate',
    'SecurityEventNotification',
    'StatusNotification',
    'TransactionEvent',
  ];
  for (const action of actions)
    expect(schemaFaults(action, 'Request', station.script.compose(action)), action).toEqual([]);
  expect(
    station.script.compose('NotifyEvent', { eventData: [{ actualValue: 'Occupied' }] }).eventData[0],
  ).toMatchObject({
    actualValue: 'Occupied',
    trigger: 'Delta',
    variable: { name: 'AvailabilityState' },
  });
  expect(
    station.script.compose('BootNotification', { chargingStation: { serialNumber: undefined } }).chargingStation,
  ).not.toHaveProperty('serialNumber');
  expect(() => station.script.compose('Authorize', { idToken: 5 })).toThrow(/AuthorizeRequest cannot be composed/);
});

test('composed TransactionEvents keep the books: one id, seqNo counts, Ended closes', async () => {
  const { station } = await connected();
  const { script } = station;
  const started = script.compose('TransactionEvent', { triggerReason: 'Authorized', evse: { id: 2 }, idToken: token });
  const updated = script.compose('TransactionEvent', { transactionInfo: { chargingState: 'Charging' } });
  expect(station.transaction(2)?.transactionId).toBe(started.transactionInfo.transactionId);
  const ended = script.compose('TransactionEvent', { eventType: 'Ended' });
  expect([started, updated, ended].map(({ eventType, seqNo }) => [eventType, seqNo])).toEqual([
    ['Started', 0],
    ['Updated', 1],
    ['Ended', 2],
  ]);
  expect(new Set([started, updated, ended].map(({ transactionInfo }) => transactionInfo.transactionId)).size).toBe(1);
  expect(started).toMatchObject({ evse: { id: 2, connectorId: 1 } });
  expect(updated).toMatchObject({ transactionInfo: { chargingState: 'Charging' } });
  expect(ended).toMatchObject({ triggerReason: 'StopAuthorized', transactionInfo: { stoppedReason: 'Local' } });
  expect(station.transactions()).toEqual([]);
});

test('a rig transaction goes on with composed events in between', async () => {
  const { station, csms, rig } = await connected();
  await boot(station);
  rig.perform({ act: 'plug', evse: 1 });
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
  await station.script.send('TransactionEvent', { triggerReason: 'MeterValuePeriodic' });
  rig.perform({ act: 'present', evse: 1, token });
  await calm();
  const events = csms.of('TransactionEvent');
  expect(events.map(({ seqNo }) => seqNo)).toEqual([0, 1, 2, 3]);
  expect(events.at(-1)).toMatchObject({ eventType: 'Ended', triggerReason: 'StopAuthorized' });
});

test('held requests go to the script, the others are answered; requestIds are remembered', async () => {
  const { station, csms } = await connected();
  const held: HeldCall[] = [];
  station.script.hold((action) => action === 'UpdateFirmware');
  station.script.onHeld((call) => held.push(call));
  const firmware = { location: 'http://files.example/image', retrieveDateTime: '2026-03-01T10:00:00Z' };
  const answer = csms.ask('UpdateFirmware', { requestId: 12, firmware });
  await calm();
  expect(await csms.ask('GetLocalListVersion', {})).toEqual({ versionNumber: 0 });
  expect(held).toMatchObject([{ action: 'UpdateFirmware', payload: { requestId: 12 } }]);
  held[0]?.answer({ kind: 'result', payload: { status: 'Accepted' } });
  expect(await answer).toEqual({ status: 'Accepted' });
  expect(station.script.compose('FirmwareStatusNotification', { status: 'Downloading' })).toEqual({
    status: 'Downloading',
    requestId: 12,
  });
  await calm();
  expect(csms.requests).toEqual([]);
});

test('connect replaces the link, with other credentials and subprotocols; drop and sendRaw', async () => {
  const { station, csms } = await connected();
  const credentials = { username: 'CS-1', password: 'wrong' };
  await station.script.connect({ credentials, subprotocols: ['ocpp1.6'], url: 'ws://elsewhere/x' });
  expect(csms.attempts.at(-1)).toMatchObject({ url: 'ws://elsewhere/x/CS-1', credentials, subprotocols: ['ocpp1.6'] });
  await station.script.connect({ credentials: undefined });
  expect(csms.attempts.at(-1)).not.toHaveProperty('credentials');
  expect(await station.script.sendRaw('Heartbeat', {})).toMatchObject({ kind: 'result' });
  station.script.drop();
  expect(await station.script.send('Heartbeat')).toEqual({ kind: 'closed' });
  csms.refusal = { at: 'HTTP', by: 'them', status: 401, reason: 'HTTP 401' };
  expect(await station.script.connect()).toMatchObject({ ok: false, status: 401 });
});

test('quiet: what follows from an answer of the engine happens: reboot after Reset, boot, statuses', async () => {
  const { station, csms, clock } = await connected();
  await boot(station);
  csms.clear();
  expect(await csms.ask('Reset', { type: 'Immediate' })).toEqual({ status: 'Accepted' });
  await clock.pass(5);
  expect(csms.of('BootNotification')).toMatchObject([{ reason: 'RemoteReset' }]);
  expect(csms.of('StatusNotification')).toHaveLength(2);
  await clock.pass(3600);
  expect(csms.of('Heartbeat')).toEqual([]);
});
