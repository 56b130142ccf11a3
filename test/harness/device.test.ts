import { describe, expect, it } from 'vitest';
import { effects } from '../../src/harness/device/effects.ts';
import { actions } from '../../src/ocpp/generated/messages.ts';
import { defaultCsmsAnswer } from '../../src/peer/default-answers.ts';
import { FakeStation } from './device-bench.ts';

const facts = { now: () => 0, heartbeatInterval: 60, token: () => ({ status: 'Accepted' }) };
const toCsms = (action: (typeof actions)[number]): boolean => {
  try {
    return defaultCsmsAnswer(action, {}, facts) !== undefined;
  } catch {
    return true;
  }
};
const written = (component: string, variable: string, attributeValue: string) => ({
  setVariableData: [{ component: { name: component }, variable: { name: variable }, attributeValue }],
});

describe('what a request of a CSMS leaves behind', () => {
  it('is told for every action of OCPP 2.0.1 that a CSMS may send', () => {
    const ofCsms = actions.filter((action) => !toCsms(action) || action === 'DataTransfer');
    expect(actions).toHaveLength(64);
    expect(Object.keys(effects).sort()).toEqual([...ofCsms].sort());
  });

  it.each([
    ['SetChargingProfile', { evseId: 1, chargingProfile: { id: 7 } }, 'ClearChargingProfile', { chargingProfileId: 7 }],
    ['ReserveNow', { id: 3, evseId: 1 }, 'CancelReservation', { reservationId: 3 }],
    ['SetDisplayMessage', { message: { id: 9 } }, 'ClearDisplayMessage', { id: 9 }],
    ['PublishFirmware', { checksum: 'abc' }, 'UnpublishFirmware', { checksum: 'abc' }],
    [
      'ChangeAvailability',
      { operationalStatus: 'Inoperative', evse: { id: 1 } },
      'ChangeAvailability',
      { operationalStatus: 'Operative', evse: { id: 1 } },
    ],
  ])('%s is undone by one request', async (action, payload, undo, expected) => {
    const station = new FakeStation();
    station.answers = {
      [action]: { status: 'Accepted' },
      [undo]: { status: undo === 'UnpublishFirmware' ? 'Unpublished' : 'Accepted' },
    };
    await station.request(action, payload);
    station.forget();
    const { lost, restored } = await station.device.restore('case');
    expect(station.stage.sent).toEqual([{ action: undo, payload: expected }]);
    expect(lost).toEqual([]);
    expect(restored).toHaveLength(1);
  });

  it.each([
    ['ClearCache', {}, /the authorization cache: it was cleared/],
    ['CertificateSigned', { certificateChain: '' }, /the station certificate: it was renewed/],
    ['SetNetworkProfile', { configurationSlot: 2 }, /network connection profile in slot 2: it was overwritten/],
    ['UpdateFirmware', {}, /the firmware: an update was accepted/],
    ['CustomerInformation', { clear: true }, /customer information: it was deleted/],
    ['DataTransfer', { vendorId: 'com.example' }, /DataTransfer of com\.example: it was accepted/],
    ['UnpublishFirmware', { checksum: 'abc' }, /published firmware abc: it was unpublished/],
  ])('%s cannot be undone and is named', async (action, payload, line) => {
    const station = new FakeStation();
    station.answers = { [action]: { status: action === 'UnpublishFirmware' ? 'Unpublished' : 'Accepted' } };
    await station.request(action, payload);
    const { lost } = await station.device.restore('case');
    expect(lost).toEqual([expect.stringMatching(line)]);
    expect((await station.device.restore('case')).lost).toEqual([]);
  });

  it('is nothing when the station refused it', async () => {
    const station = new FakeStation();
    station.answers = { ClearCache: { status: 'Rejected' }, ReserveNow: { status: 'Occupied' } };
    await station.request('ClearCache', {});
    await station.request('ReserveNow', { id: 1 });
    await station.request('SetNetworkProfile', { configurationSlot: 1 });
    expect(station.device.journal.entries).toEqual([]);
  });

  it('stays on record when nobody knows whether it happened', async () => {
    const station = new FakeStation();
    const ended = await station.device.changing('ReserveNow', { id: 4 });
    ended({ kind: 'timeout' });
    expect(station.device.journal.entries).toMatchObject([{ what: 'reservation 4' }]);
  });
});

describe('a variable', () => {
  it('gets the value back that it had before the first change, asked for before it was written', async () => {
    const station = new FakeStation();
    station.variables['TxCtrlr.TxStopPoint'] = 'EVConnected';
    await station.request('SetVariables', written('TxCtrlr', 'TxStopPoint', 'Authorized'));
    await station.request('SetVariables', written('TxCtrlr', 'TxStopPoint', 'PowerPathClosed'));
    expect(station.asked).toEqual(['GetVariables', 'SetVariables', 'SetVariables']);
    expect(await station.device.restore('case')).toEqual({ restored: ['TxCtrlr.TxStopPoint'], lost: [] });
    expect(station.variables['TxCtrlr.TxStopPoint']).toBe('EVConnected');
  });

  it('that may not be read is named, one that is not there is not', async () => {
    const station = new FakeStation();
    station.answers = {
      GetVariables: ({ getVariableData }) => ({
        getVariableResult: (getVariableData as object[]).map((data) => ({ ...data, attributeStatus: 'Rejected' })),
      }),
      SetVariables: { setVariableResult: [{ attributeStatus: 'Accepted' }] },
    };
    await station.request('SetVariables', written('X', 'Secret', 'v'));
    expect((await station.device.restore('case')).lost).toEqual([
      'X.Secret: its former value may not be read (WriteOnly)',
    ]);
    const other = new FakeStation();
    await other.request('SetVariables', written('X', 'Nowhere', 'v'));
    expect(other.device.journal.entries).toEqual([]);
  });

  it('BasicAuthPassword comes back from what we know; no message holds it', async () => {
    const station = new FakeStation();
    const admitted: string[] = [];
    station.device.bench.setPassword = (password) => void admitted.push(password);
    station.variables['SecurityCtrlr.BasicAuthPassword'] = 'of the device';
    await station.request('SetVariables', written('SecurityCtrlr', 'BasicAuthPassword', 'new-password-of-length'));
    expect(station.asked).toEqual(['SetVariables']);
    expect(admitted).toEqual(['new-password-of-length']);
    expect(station.device.journal.entries).toMatchObject([
      { undo: { value: 'a-password-of-enough-length', tried: 'new-password-of-length' } },
    ]);
    station.answers = { SetVariables: { setVariableResult: [{ attributeStatus: 'Rejected' }] } };
    expect((await station.device.restore('case')).lost).toEqual([
      'SecurityCtrlr.BasicAuthPassword: the station answered Rejected',
    ]);
  });
});

describe('the old BasicAuthPassword', () => {
  async function restored(connects: boolean) {
    const station = new FakeStation();
    const seen: string[] = [];
    const { bench } = station.device;
    bench.peer.drop = () => void seen.push('dropped');
    Object.assign(bench, {
      setPassword: (password: string) => void seen.push(password),
      connected: async () => {
        seen.push('waited');
        return connects;
      },
    });
    station.variables['SecurityCtrlr.BasicAuthPassword'] = 'of the device';
    await station.request('SetVariables', written('SecurityCtrlr', 'BasicAuthPassword', 'new-password-of-length'));
    const { lost } = await station.device.restore('case');
    return { lost, seen: seen.slice(1) };
  }

  it('is shown by a connection before the next case: a station that reconnects by itself would do so in its middle', async () => {
    expect(await restored(true)).toEqual({ lost: [], seen: ['a-password-of-enough-length', 'dropped', 'waited'] });
  });
  it('that no connection shows is told', async () => {
    expect((await restored(false)).lost).toEqual([
      expect.stringMatching(/took it, but did not connect with it within/),
    ]);
  });
});

describe('other old values', () => {
  it('monitoring base and level come from MonitoringCtrlr, or are named', async () => {
    const station = new FakeStation();
    station.answers = { SetMonitoringBase: { status: 'Accepted' }, SetMonitoringLevel: { status: 'Accepted' } };
    station.variables['MonitoringCtrlr.ActiveMonitoringBase'] = 'FactoryDefault';
    await station.request('SetMonitoringBase', { monitoringBase: 'All' });
    await station.request('SetMonitoringLevel', { severity: 8 });
    const { lost, restored } = await station.device.restore('case');
    expect(station.sent('SetMonitoringBase').at(-1)).toEqual({ monitoringBase: 'FactoryDefault' });
    expect(restored).toEqual(['the monitoring base']);
    expect(lost).toEqual(['the monitoring level: MonitoringCtrlr.ActiveMonitoringLevel does not tell the former one']);
  });

  it('a monitor is cleared by the id its answer gave', async () => {
    const station = new FakeStation();
    station.answers = {
      SetVariableMonitoring: { setMonitoringResult: [{ status: 'Accepted', id: 5 }, { status: 'Rejected' }] },
      ClearVariableMonitoring: { clearMonitoringResult: [{ status: 'Accepted', id: 5 }] },
    };
    await station.request('SetVariableMonitoring', { setMonitoringData: [{}, {}] });
    expect(await station.device.restore('case')).toEqual({ restored: ['monitor 5'], lost: [] });
    expect(station.sent('ClearVariableMonitoring')).toEqual([{ id: [5] }]);
  });

  it.each([
    [0, 1, /there was none \(version 0\)/],
    [12, 2 ** 31 - 1, /version 12 cannot be read back; it is left empty/],
  ])('a local list of version %i is left empty with version %i, and named', async (version, left, line) => {
    const station = new FakeStation();
    station.answers = { GetLocalListVersion: { versionNumber: version }, SendLocalList: { status: 'Accepted' } };
    await station.request('SendLocalList', { versionNumber: version + 1, updateType: 'Full' });
    const { lost } = await station.device.restore('case');
    expect(station.sent('SendLocalList').at(-1)).toEqual({ versionNumber: left, updateType: 'Full' });
    expect(lost).toEqual([expect.stringMatching(line)]);
  });

  it('certificates are compared: what is too much goes, a root that was there before stays', async () => {
    const chain = (serialNumber: string) => ({
      certificateType: 'CSMSRootCertificate',
      certificateHashData: { hashAlgorithm: 'SHA256', issuerNameHash: 'a', issuerKeyHash: 'b', serialNumber },
    });
    const station = new FakeStation();
    let installed = [chain('1')];
    station.answers = {
      GetInstalledCertificateIds: () => ({ status: 'Accepted', certificateHashDataChain: installed }),
      InstallCertificate: { status: 'Accepted' },
      DeleteCertificate: { status: 'Accepted' },
    };
    await station.request('InstallCertificate', { certificateType: 'CSMSRootCertificate', certificate: '' });
    installed = [chain('1'), chain('2')];
    expect(await station.device.restore('case')).toEqual({ restored: ['installed certificates'], lost: [] });
    expect(station.sent('DeleteCertificate')).toEqual([{ certificateHashData: chain('2').certificateHashData }]);

    await station.request('DeleteCertificate', { certificateHashData: chain('1').certificateHashData });
    installed = [chain('2')];
    expect((await station.device.restore('case')).lost).toEqual([
      'installed certificates: CSMSRootCertificate with serial number 1 is gone: not ours to install',
    ]);
  });
});

describe('physics and transactions', () => {
  it('what a hand leaves behind is taken away by the opposite act, unless the case did it', async () => {
    const { device, stage } = new FakeStation();
    device.acting({ act: 'plug', evse: 1 })(true);
    device.acting({ act: 'park', evse: 1 })(true);
    device.acting({ act: 'fault', change: 'raise', fault: 'GroundFault' })(true);
    device.acting({ act: 'lock', change: 'fail', evse: 2 })(false);
    device.acting({ act: 'leave', evse: 1 })(true);
    await device.restore('case');
    expect(stage.acts).toEqual([
      { act: 'fault', change: 'clear', fault: 'GroundFault' },
      { act: 'unplug', evse: 1 },
    ]);
  });

  it('a transaction is on record from its first event to its last', async () => {
    const station = new FakeStation();
    const event = (eventType: string, transactionId: string) =>
      station.says('TransactionEvent', { eventType, transactionInfo: { transactionId }, evse: { id: 1 } });
    event('Started', 'a');
    event('Started', 'b');
    event('Ended', 'a');
    station.answers = { RequestStopTransaction: { status: 'Accepted' } };
    expect(await station.device.restore()).toEqual({ restored: ['transaction b'], lost: [] });
    expect(station.sent('RequestStopTransaction')).toEqual([{ transactionId: 'b' }]);
  });

  it('with restore: false nothing is kept and nothing put back', async () => {
    const station = new FakeStation({ restore: false });
    station.answers = { ReserveNow: { status: 'Accepted' } };
    await station.request('ReserveNow', { id: 1 });
    expect(station.device.journal.entries).toEqual([]);
  });
});
