import { expect, test } from 'vitest';
import { booted, byStartAndStop, calm, charging, token } from './bench.ts';

test('offline: events wait in order, marked offline, and arrive after the reconnection', async () => {
  const made = await booted({
    settings: byStartAndStop('PowerPathClosed', 'PowerPathClosed', {
      'AuthCtrlr.LocalAuthorizeOffline': 'true',
      'AuthCtrlr.OfflineTxForUnknownIdEnabled': 'true',
    }),
  });
  made.csms.refusal = { at: 'TCP', by: 'them', reason: 'refused' };
  made.csms.cut();
  const transactionId = await charging(made);
  made.rig.perform({ act: 'present', evse: 1, token });
  await calm();
  made.csms.refusal = undefined;
  made.csms.clear();
  await made.clock.pass(30);
  const events = made.csms.of('TransactionEvent');
  expect(events.map(({ eventType, seqNo, offline }) => [eventType, seqNo, offline])).toEqual([
    ['Started', 0, true],
    ['Updated', 1, true],
    ['Ended', 2, true],
  ]);
  expect(
    events.every(
      ({ transactionInfo }) => (transactionInfo as Record<string, unknown>)['transactionId'] === transactionId,
    ),
  ).toBe(true);
  expect(made.csms.of('StatusNotification')).toMatchObject([{ evseId: 1, connectorStatus: 'Occupied' }]);
});

test('an event that is not accepted is sent again with the same id, later each time, then given up (E13)', async () => {
  const made = await booted({
    settings: byStartAndStop('PowerPathClosed', 'PowerPathClosed', {
      'OCPPCommCtrlr.MessageAttempts.TransactionEvent': '3',
      'OCPPCommCtrlr.MessageAttemptInterval.TransactionEvent': '10',
    }),
  });
  made.csms.on('TransactionEvent', ({ eventType }) => (eventType === 'Started' ? { error: 'InternalError' } : {}));
  await charging(made);
  const started = () => made.csms.requests.filter(({ payload }) => payload['eventType'] === 'Started');
  expect(started()).toHaveLength(1);
  await made.clock.pass(9);
  expect(started()).toHaveLength(1);
  await made.clock.pass(2);
  expect(started()).toHaveLength(2);
  await made.clock.pass(18);
  expect(started()).toHaveLength(2);
  await made.clock.pass(2);
  expect(started()).toHaveLength(3);
  expect(new Set(started().map(({ messageId }) => messageId)).size).toBe(1);
  expect(made.csms.of('TransactionEvent').at(-1)).toMatchObject({ eventType: 'Updated' });
});
