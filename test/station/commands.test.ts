import { expect, test, vi } from 'vitest';
import { bench, booted, byStartAndStop, calm, charging, memoryStore, otherToken, token, usual } from './bench.ts';

const remoteStart = { idToken: otherToken, remoteStartId: 77, evseId: 1 };

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
