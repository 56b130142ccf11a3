import { describe, expect, it } from 'vitest';
import { Progress, read, situationOf } from '../../src/harness/case/situation.ts';
import type { RigAct } from '../../src/rig/model/types.ts';
import { seen } from '../check/context.ts';

const did = (progress: Progress, ...acts: RigAct[]) => {
  for (const act of acts) progress.acted(act, { outcome: 'done' });
};
function event(progress: Progress, eventType: string, triggerReason: string, info: Record<string, unknown> = {}) {
  const transactionInfo = { transactionId: 'tx-1', ...info };
  progress.observed(seen(0, 'TransactionEventRequest', { eventType, triggerReason, transactionInfo }));
}
const says = (progress: Progress, name: string, fields: Record<string, unknown>) =>
  progress.observed(seen(0, name, fields));

describe('physics', () => {
  it('follows what the rig did', () => {
    const progress = new Progress();
    did(progress, { act: 'park', evse: 1 }, { act: 'plug', evse: 1 });
    expect(progress).toMatchObject({ parked: true, plugged: true });
    did(progress, { act: 'unplug', evse: 1 }, { act: 'leave', evse: 1 });
    expect(progress).toMatchObject({ parked: false, plugged: false });
  });

  it('not what it could not do, nor half of it', () => {
    const progress = new Progress();
    progress.acted({ act: 'plug', evse: 1 }, { outcome: 'impossible' });
    progress.acted({ act: 'park', evse: 1 }, { outcome: 'no-effect' });
    did(progress, { act: 'plug', evse: 1, half: true });
    expect(progress).toMatchObject({ parked: false, plugged: false });
  });

  it('a station without power has not begun to boot', () => {
    const progress = new Progress();
    did(progress, { act: 'power', change: 'cut' });
    expect(progress.booting).toBe(false);
    did(progress, { act: 'power', change: 'restore' });
    expect(progress.booting).toBe(true);
    says(progress, 'BootNotificationResponse', { status: 'Pending' });
    expect(progress.booting).toBe(true);
    says(progress, 'BootNotificationResponse', { status: 'Accepted' });
    expect(progress.booting).toBe(false);
  });

  it.each([
    ['Accepted', true],
    ['Scheduled', true],
    ['Rejected', false],
  ])('a reset that is answered %s: booting %s', (status, booting) => {
    const progress = new Progress();
    says(progress, 'ResetResponse', { status });
    expect(progress.booting).toBe(booting);
  });
});

describe('a session', () => {
  it('from token to the end', () => {
    const progress = new Progress();
    says(progress, 'AuthorizeResponse', { idTokenInfo: { status: 'Blocked' } });
    expect(progress.authorized).toBe(false);
    says(progress, 'AuthorizeResponse', { idTokenInfo: { status: 'Accepted' } });
    expect(progress.authorized).toBe(true);
    did(progress, { act: 'plug', evse: 1 });
    event(progress, 'Started', 'CablePluggedIn', { chargingState: 'EVConnected' });
    expect(progress).toMatchObject({ transaction: 'running', transactionId: 'tx-1', charging: false });
    event(progress, 'Updated', 'ChargingStateChanged', { chargingState: 'Charging' });
    expect(progress.charging).toBe(true);
    event(progress, 'Updated', 'MeterValuePeriodic');
    expect(progress.charging).toBe(true);
    event(progress, 'Updated', 'ChargingStateChanged', { chargingState: 'SuspendedEV' });
    expect(progress).toMatchObject({ charging: false, suspended: true });
    event(progress, 'Updated', 'StopAuthorized', { chargingState: 'EVConnected' });
    expect(progress).toMatchObject({ stopAuthorized: true, suspended: false });
    event(progress, 'Ended', 'EVCommunicationLost', { chargingState: 'Idle' });
    expect(progress).toMatchObject({ transaction: 'ended', authorized: false, charging: false });
  });

  it('a remote start or stop counts as authorization', () => {
    const progress = new Progress();
    says(progress, 'RequestStartTransactionResponse', { status: 'Rejected' });
    expect(progress.authorized).toBe(false);
    says(progress, 'RequestStartTransactionResponse', { status: 'Accepted' });
    expect(progress.authorized).toBe(true);
    event(progress, 'Started', 'RemoteStart');
    event(progress, 'Updated', 'RemoteStop');
    expect(progress.stopAuthorized).toBe(true);
  });

  it('the next one begins afresh', () => {
    const progress = new Progress();
    event(progress, 'Started', 'Authorized', { chargingState: 'Charging' });
    event(progress, 'Ended', 'StopAuthorized', { chargingState: 'SuspendedEV' });
    expect(progress).toMatchObject({ stopAuthorized: true, suspended: true });
    event(progress, 'Started', 'Authorized', { transactionId: 'tx-2', chargingState: 'Charging' });
    expect(progress).toMatchObject({
      stopAuthorized: false,
      suspended: false,
      charging: true,
      transaction: 'running',
      transactionId: 'tx-2',
    });
  });

  it('no energy flows without a cable', () => {
    const progress = new Progress();
    event(progress, 'Started', 'Authorized', { chargingState: 'Charging' });
    did(progress, { act: 'unplug', evse: 1 });
    expect(progress).toMatchObject({ charging: false, suspended: false, transaction: 'running' });
  });
});

it('a firmware update is pending from its acceptance to Installed', () => {
  const progress = new Progress();
  says(progress, 'UpdateFirmwareResponse', { status: 'RevokedCertificate' });
  expect(progress.firmwarePending).toBe(false);
  says(progress, 'UpdateFirmwareResponse', { status: 'AcceptedCanceled' });
  expect(progress.firmwarePending).toBe(true);
  says(progress, 'FirmwareStatusNotificationRequest', { status: 'Downloaded' });
  expect(progress.firmwarePending).toBe(true);
  says(progress, 'FirmwareStatusNotificationRequest', { status: 'Installed' });
  expect(progress.firmwarePending).toBe(false);
});

it('an authorization that timed out or was taken back is none any more', () => {
  for (const triggerReason of ['EVConnectTimeout', 'Deauthorized']) {
    const progress = new Progress();
    says(progress, 'AuthorizeResponse', { idTokenInfo: { status: 'Accepted' } });
    says(progress, 'TransactionEventRequest', { eventType: 'Updated', triggerReason, transactionInfo: {} });
    expect(progress.authorized).toBe(false);
  }
});

it('what states see is how things stood when it was taken: an act changes it for the next one only', () => {
  const progress = new Progress();
  did(progress, { act: 'plug', evse: 1 });
  const situation = situationOf({
    progress,
    mode: 'remote',
    runProfile: 2,
    byButton: false,
    hasLock: false,
    txStartPoint: ['EVConnected'],
    txStopPoint: ['Authorized'],
    pics: { 'C-1': true, 'C-2': false },
    variable: (name) => (name === 'AuthCtrlr.Enabled' ? 'true' : undefined),
    inputs: new Map([['idToken', '<valid token>']]),
    told: (state) => state === 'Charging',
  });
  did(progress, { act: 'unplug', evse: 1 });
  expect(situation.plugged).toBe(true);
  expect(situation.mode).toBe('remote');
  expect([situation.startsAt('EVConnected'), situation.startsAt('Authorized')]).toEqual([true, false]);
  expect([situation.stopsAt('EVConnected'), situation.stopsAt('Authorized')]).toEqual([false, true]);
  expect([situation.pics('C-1'), situation.pics('C-2'), situation.pics('C-3')]).toEqual([true, false, false]);
  expect(situation.variable('AuthCtrlr.Enabled')).toBe('true');
  expect(situation.input('idToken')).toBe('<valid token>');
  expect(situation.input('stopped by')).toBeUndefined();
  expect(situation.told('Charging')).toBe(true);
});

it('a nested value is undefined where a step is missing', () => {
  expect(read({ a: { b: 1 } }, 'a', 'b')).toBe(1);
  expect(read({ a: null }, 'a', 'b')).toBeUndefined();
  expect(read('text', 'length')).toBeUndefined();
});
