import { expect, test, vi } from 'vitest';
import { type Bench, bench, booted, calm, memoryStore, otherToken, settings, token } from './bench.ts';

const byStartAndStop = (start: string, stop: string, more: Record<string, string> = {}) =>
  settings({ 'TxCtrlr.TxStartPoint': start, 'TxCtrlr.TxStopPoint': stop, ...more });
const usual = { settings: byStartAndStop('PowerPathClosed', 'PowerPathClosed') };

async function charging(made: Bench, evse = 1): Promise<string> {
  made.rig.perform({ act: 'plug', evse });
  made.rig.perform({ act: 'present', evse, token });
  await calm();
  const id = made.station.transaction(evse)?.transactionId;
  if (id === undefined) throw new Error(`no transaction at EVSE ${evse}`);
  return id;
}
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

test('ChangeAvailability: at once, scheduled, persistent', async () => {
  const store = memoryStore();
  const made = await booted({ ...usual, store });
  const { csms } = made;
  expect(await csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative', evse: { id: 2 } })).toEqual({
    status: 'Accepted',
  });
  await calm();
  expect(csms.of('StatusNotification')).toMatchObject([{ evseId: 2, connectorStatus: 'Unavailable' }]);
  expect(await csms.ask('RequestStartTransaction', { ...remoteStart, evseId: 2 })).toMatchObject({
    status: 'Rejected',
  });
  expect(await csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative', evse: { id: 9 } })).toMatchObject({
    status: 'Rejected',
  });
  const transactionId = await charging(made);
  csms.clear();
  expect(await csms.ask('ChangeAvailability', { operationalStatus: 'Inoperative' })).toEqual({ status: 'Scheduled' });
  await calm();
  expect(csms.of('StatusNotification')).toEqual([]);
  expect(made.rig.read().evses[0]?.contactor).toBe('closed');
  await csms.ask('RequestStopTransaction', { transactionId });
  await calm();
  expect(csms.of('StatusNotification')).toMatchObject([{ evseId: 1, connectorStatus: 'Unavailable' }]);
  csms.clear();
  await csms.ask('Reset', { type: 'Immediate' });
  await made.clock.pass(5);
  expect(csms.of('StatusNotification').map(({ connectorStatus }) => connectorStatus)).toEqual([
    'Unavailable',
    'Unavailable',
  ]);
  expect(await csms.ask('ChangeAvailability', { operationalStatus: 'Operative' })).toEqual({ status: 'Accepted' });
  await calm();
  expect(csms.of('StatusNotification').at(-1)).toMatchObject({ evseId: 1, connectorStatus: 'Occupied' });
});

test('UnlockConnector', async () => {
  const made = await booted(usual);
  const { csms } = made;
  expect(await csms.ask('UnlockConnector', { evseId: 1, connectorId: 3 })).toEqual({ status: 'UnknownConnector' });
  expect(await csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 })).toEqual({ status: 'Unlocked' });
  await charging(made);
  expect(await csms.ask('UnlockConnector', { evseId: 1, connectorId: 1 })).toEqual({
    status: 'OngoingAuthorizedTransaction',
  });
  made.rig.perform({ act: 'lock', evse: 2, change: 'fail' });
  expect(await csms.ask('UnlockConnector', { evseId: 2, connectorId: 1 })).toEqual({ status: 'UnlockFailed' });
});

test('TriggerMessage: the answer comes first, the message carries what is asked', async () => {
  const made = await booted(usual);
  const { csms } = made;
  const trigger = async (requestedMessage: string, evse?: Record<string, number>) => {
    csms.clear();
    const answer = await csms.ask('TriggerMessage', { requestedMessage, ...(evse === undefined ? {} : { evse }) });
    await made.clock.pass(0.1);
    return [answer['status'], ...csms.order];
  };
  expect(await trigger('BootNotification')).toEqual(['Rejected', 'answer result']);
  expect(await trigger('StatusNotification')).toEqual(['Rejected', 'answer result']);
  expect(await trigger('StatusNotification', { id: 1, connectorId: 1 })).toEqual([
    'Accepted',
    'answer result',
    'StatusNotification',
  ]);
  expect(await trigger('TransactionEvent', { id: 1 })).toEqual(['Rejected', 'answer result']);
  expect(await trigger('MeterValues', { id: 1 })).toEqual(['Accepted', 'answer result', 'MeterValues']);
  expect(await trigger('SignV2GCertificate')).toEqual(['NotImplemented', 'answer result']);
  expect((await trigger('SignChargingStationCertificate')).slice(0, 2)).toEqual(['Accepted', 'answer result']);
  await vi.waitFor(() => expect(csms.of('SignCertificate')).toHaveLength(1)); // a key is made
  expect(await trigger('FirmwareStatusNotification')).toEqual([
    'Accepted',
    'answer result',
    'FirmwareStatusNotification',
  ]);
  await charging(made);
  expect(await trigger('TransactionEvent')).toEqual(['Accepted', 'answer result', 'TransactionEvent']);
  expect(csms.of('TransactionEvent')).toMatchObject([
    {
      triggerReason: 'Trigger',
      transactionInfo: { chargingState: 'Charging' },
      meterValue: [{ sampledValue: [{ context: 'Trigger' }, {}] }],
    },
  ]);
});

test('SetNetworkProfile and its priority; the first entry is used after a reboot', async () => {
  const made = await booted();
  const { csms } = made;
  const connectionData = {
    ocppVersion: 'OCPP20',
    ocppTransport: 'JSON',
    ocppCsmsUrl: 'ws://other.example/ocpp',
    messageTimeout: 20,
    securityProfile: 1,
    ocppInterface: 'Wired0',
  };
  expect(await csms.ask('SetNetworkProfile', { configurationSlot: 2, connectionData })).toEqual({ status: 'Accepted' });
  expect(await csms.ask('SetNetworkProfile', { configurationSlot: 9, connectionData })).toMatchObject({
    status: 'Rejected',
  });
  expect(
    await csms.ask('SetNetworkProfile', {
      configurationSlot: 2,
      connectionData: { ...connectionData, ocppCsmsUrl: 'x' },
    }),
  ).toMatchObject({ status: 'Rejected' });
  const component = { name: 'OCPPCommCtrlr' };
  const setVariableData = [{ component, variable: { name: 'NetworkConfigurationPriority' }, attributeValue: '2,1' }];
  const answer = await csms.ask('SetVariables', { setVariableData });
  expect(answer).toMatchObject({
    setVariableResult: [{ attributeStatus: expect.stringMatching(/Accepted|RebootRequired/) }],
  });
  await csms.ask('Reset', { type: 'Immediate' });
  await made.clock.pass(5);
  expect(csms.attempts.at(-1)?.url).toBe('ws://other.example/ocpp/CS-1');
});

test('local list and cache; no Authorize when LocalPreAuthorize knows the token', async () => {
  const made = await booted({
    settings: byStartAndStop('PowerPathClosed', 'PowerPathClosed', { 'AuthCtrlr.LocalPreAuthorize': 'true' }),
  });
  const { csms } = made;
  expect(await csms.ask('GetLocalListVersion', {})).toEqual({ versionNumber: 0 });
  const localAuthorizationList = [{ idToken: token, idTokenInfo: { status: 'Accepted' } }];
  expect(await csms.ask('SendLocalList', { versionNumber: 3, updateType: 'Full', localAuthorizationList })).toEqual({
    status: 'Accepted',
  });
  expect(await csms.ask('GetLocalListVersion', {})).toEqual({ versionNumber: 3 });
  expect(await csms.ask('SendLocalList', { versionNumber: 3, updateType: 'Differential' })).toEqual({
    status: 'VersionMismatch',
  });
  await charging(made);
  expect(csms.of('Authorize')).toEqual([]);
  expect(await csms.ask('ClearCache', {})).toEqual({ status: 'Accepted' });
});

test('a shaped station: the seam is read at the moment of use', async () => {
  const made = bench({
    ...usual,
    shape: (parts) => ({ ...parts, transaction: { ...parts.transaction, nextSeqNo: (current) => current + 5 } }),
  });
  made.station.start();
  await calm();
  await charging(made);
  expect(made.csms.of('TransactionEvent').map(({ seqNo }) => seqNo)).toEqual([0, 5]);
});

test('a charging profile limits what is offered; the CSMS may send anything', async () => {
  const made = await booted(usual);
  await charging(made);
  const chargingProfile = {
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: [
      {
        id: 1,
        chargingRateUnit: 'A',
        startSchedule: '2026-03-01T09:00:00Z',
        chargingSchedulePeriod: [{ startPeriod: 0, limit: 10 }],
      },
    ],
  };
  expect(await made.csms.ask('SetChargingProfile', { evseId: 1, chargingProfile })).toEqual({ status: 'Accepted' });
  await calm();
  expect(made.rig.read().evses[0]?.offeredA).toBe(10);
  const empty = {
    ...chargingProfile,
    id: 2,
    stackLevel: 1,
    chargingSchedule: [
      { ...chargingProfile.chargingSchedule[0], chargingSchedulePeriod: [{ startPeriod: 0, limit: 0 }] },
    ],
  };
  expect(await made.csms.ask('SetChargingProfile', { evseId: 1, chargingProfile: empty })).toEqual({
    status: 'Accepted',
  });
  await calm();
  expect(made.csms.of('TransactionEvent').at(-1)).toMatchObject({
    triggerReason: 'ChargingStateChanged',
    transactionInfo: { chargingState: 'SuspendedEVSE' },
  });
  expect(await made.csms.ask('DataTransfer', { vendorId: 'x' })).toEqual({ status: 'UnknownVendorId' });
});
