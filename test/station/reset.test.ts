import { expect, test } from 'vitest';
import { booted, calm, charging, memoryStore, usual } from './bench.ts';

test('Reset Immediate ends the transaction, reboots and boots with RemoteReset', async () => {
  const made = await booted(usual);
  await charging(made);
  made.csms.clear();
  expect(await made.csms.ask('Reset', { type: 'Immediate' })).toEqual({ status: 'Accepted' });
  await made.clock.pass(5);
  expect(made.csms.of('TransactionEvent')).toMatchObject([
    { eventType: 'Ended', triggerReason: 'ResetCommand', transactionInfo: { stoppedReason: 'ImmediateReset' } },
  ]);
  expect(made.csms.of('BootNotification')).toMatchObject([{ reason: 'RemoteReset' }]);
  expect(made.csms.of('SecurityEventNotification')).toMatchObject([{ type: 'ResetOrReboot' }]);
  expect(
    made.csms
      .of('StatusNotification')
      .filter(({ evseId }) => evseId === 1)
      .at(-1),
  ).toMatchObject({ connectorStatus: 'Occupied' });
});

test('Reset Immediate: an event without answer is sent again after the reboot (B12.FR.05)', async () => {
  const made = await booted(usual);
  await charging(made);
  made.csms.on('TransactionEvent', () => 'nothing');
  await made.csms.ask('Reset', { type: 'Immediate' });
  await made.clock.pass(30.5);
  made.csms.on('TransactionEvent', () => ({}));
  made.csms.clear();
  await made.clock.pass(10);
  expect(made.csms.requests.map(({ action }) => action)).toContain('BootNotification');
  expect(made.csms.of('TransactionEvent')).toMatchObject([{ eventType: 'Ended', offline: true }]);
});

test('Reset OnIdle waits for the transaction', async () => {
  const made = await booted(usual);
  const transactionId = await charging(made);
  expect(await made.csms.ask('Reset', { type: 'OnIdle' })).toEqual({ status: 'Scheduled' });
  await made.clock.pass(5);
  expect(made.csms.of('BootNotification')).toEqual([]);
  await made.csms.ask('RequestStopTransaction', { transactionId });
  await made.clock.pass(5);
  expect(made.csms.of('BootNotification')).toMatchObject([{ reason: 'ScheduledReset' }]);
});

test('Reset of one EVSE ends its transaction only; not supported is Rejected', async () => {
  const made = await booted(usual);
  await charging(made, 1);
  await charging(made, 2);
  expect(await made.csms.ask('Reset', { type: 'Immediate', evseId: 2 })).toEqual({ status: 'Accepted' });
  await calm();
  expect(made.station.transactions().map(({ evseId }) => evseId)).toEqual([1]);
  expect(made.csms.of('BootNotification')).toEqual([]);
  const other = await booted({ ...usual, features: { evseReset: false } });
  expect(await other.csms.ask('Reset', { type: 'Immediate', evseId: 2 })).toMatchObject({ status: 'Rejected' });
});

test('a power loss ends the transaction after the next boot', async () => {
  const store = memoryStore();
  const made = await booted({ ...usual, store });
  const transactionId = await charging(made);
  made.csms.clear();
  made.rig.perform({ act: 'power', change: 'cycle' });
  await made.clock.pass(2);
  expect(made.csms.of('TransactionEvent')).toMatchObject([
    { eventType: 'Ended', seqNo: 2, offline: true, transactionInfo: { transactionId, stoppedReason: 'PowerLoss' } },
  ]);
});
