import { expect, test } from 'vitest';
import { booted, byStartAndStop, calm, charging, otherToken, usual } from './bench.ts';

const remoteStart = { idToken: otherToken, remoteStartId: 77, evseId: 1 };

test('remote start: answer first, then Authorize, then Started with RemoteStart and the id', async () => {
  const { csms, rig } = await booted({
    settings: byStartAndStop('Authorized', 'Authorized', { 'AuthCtrlr.AuthorizeRemoteStart': 'true' }),
  });
  expect(await csms.ask('RequestStartTransaction', remoteStart)).toEqual({ status: 'Accepted' });
  await calm();
  expect(csms.order.slice(0, 3)).toEqual(['answer result', 'Authorize', 'TransactionEvent']);
  expect(csms.of('TransactionEvent')[0]).toMatchObject({
    eventType: 'Started',
    triggerReason: 'RemoteStart',
    idToken: otherToken,
    transactionInfo: { remoteStartId: 77 },
  });
  rig.perform({ act: 'plug', evse: 1 });
  await calm();
  expect(csms.of('TransactionEvent').slice(1)).toMatchObject([
    { triggerReason: 'CablePluggedIn' },
    { transactionInfo: { chargingState: 'Charging' } },
  ]);
  expect(await csms.ask('RequestStartTransaction', remoteStart)).toMatchObject({ status: 'Rejected' });
});

test('remote start into a transaction that waits for authorization returns its id; the next event says RemoteStart', async () => {
  const { csms, rig, station } = await booted({
    settings: byStartAndStop('EVConnected', 'EVConnected', { 'AuthCtrlr.AuthorizeRemoteStart': 'false' }),
  });
  rig.perform({ act: 'plug', evse: 1 });
  await calm();
  const transactionId = station.transaction(1)?.transactionId;
  expect(await csms.ask('RequestStartTransaction', { ...remoteStart, evseId: undefined })).toEqual({
    status: 'Accepted',
    transactionId,
  });
  await calm();
  expect(csms.of('Authorize')).toEqual([]);
  expect(csms.of('TransactionEvent')[1]).toMatchObject({
    triggerReason: 'RemoteStart',
    idToken: otherToken,
    transactionInfo: { remoteStartId: 77 },
  });
});

test('remote start with TxStartPoint EVConnected before the cable: the first event is Started RemoteStart', async () => {
  const { csms, rig } = await booted({
    settings: byStartAndStop('EVConnected', 'EVConnected', { 'AuthCtrlr.AuthorizeRemoteStart': 'false' }),
  });
  await csms.ask('RequestStartTransaction', remoteStart);
  await calm();
  expect(csms.of('TransactionEvent')).toEqual([]);
  rig.perform({ act: 'plug', evse: 1 });
  await calm();
  expect(csms.of('TransactionEvent')[0]).toMatchObject({
    eventType: 'Started',
    triggerReason: 'RemoteStart',
    evse: { id: 1, connectorId: 1 },
  });
});

test('remote stop', async () => {
  const made = await booted(usual);
  const transactionId = await charging(made);
  expect(await made.csms.ask('RequestStopTransaction', { transactionId: 'no such' })).toMatchObject({
    status: 'Rejected',
  });
  expect(await made.csms.ask('GetTransactionStatus', { transactionId })).toEqual({
    ongoingIndicator: true,
    messagesInQueue: false,
  });
  expect(await made.csms.ask('RequestStopTransaction', { transactionId })).toEqual({ status: 'Accepted' });
  await calm();
  expect(made.csms.of('TransactionEvent').at(-1)).toMatchObject({
    eventType: 'Ended',
    triggerReason: 'RemoteStop',
    transactionInfo: { stoppedReason: 'Remote', chargingState: 'EVConnected' },
  });
  expect(made.rig.read().evses[0]?.connectors[0]?.lock).toBe('unlocked');
  expect(await made.csms.ask('GetTransactionStatus', { transactionId })).toEqual({
    ongoingIndicator: false,
    messagesInQueue: false,
  });
  expect(await made.csms.ask('GetTransactionStatus', {})).toEqual({ messagesInQueue: false });
});
