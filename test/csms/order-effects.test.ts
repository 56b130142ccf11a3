import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../src/csms/orders/words.ts';
import { createAuthority } from '../../src/pki/issue/index.ts';
import { certificateHashData } from '../../src/pki/parse/index.ts';
import { type CsmsBench, startBench, started } from './csms-bench.ts';
import { at, type FakeStation } from './fake-station.ts';

const root = await createAuthority({ name: 'Root', keyType: 'EC', at: Date.now() });
let bench: CsmsBench;
let station: FakeStation;
beforeEach(async () => {
  bench = await startBench({ certificates: [{ name: 'CSMS root', pem: root.certificate }] });
  station = await bench.booted();
  await station.ask('TransactionEvent', started);
});
afterEach(async () => {
  await bench.stop();
  expect(station.faults).toEqual([]);
});

async function order(action: string, words: readonly Row[], answer: Record<string, unknown> = {}) {
  await bench.csms.order('CS-1', action, words);
  const call = await station.next();
  call.answer(answer);
  return call;
}
/** The station has answered and the CSMS has booked it once it answers our next message. */
const settled = () => station.ask('Heartbeat', {});

test('a TxProfile names the running transaction, starts now, has one decimal', async () => {
  const { payload } = await order('SetChargingProfile', [
    ['purpose', 'TxProfile'],
    ['evse', '1'],
    ['limit', '6.26 A'],
    ['duration', '300 seconds'],
  ]);
  expect(payload).toMatchObject({
    evseId: 1,
    chargingProfile: {
      stackLevel: 0,
      chargingProfilePurpose: 'TxProfile',
      chargingProfileKind: 'Absolute',
      transactionId: 'tx-1',
      chargingSchedule: [
        {
          duration: 300,
          chargingRateUnit: 'A',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 6.3, numberPhases: 3 }],
        },
      ],
    },
  });
  expect(Date.parse(String(at(payload, 'chargingProfile', 'chargingSchedule', 0, 'startSchedule')))).not.toBeNaN();
});

test('a profile with an end is valid for just that time; profiles of all sources are asked for when nothing is chosen (K09.FR.03)', async () => {
  const { payload } = await order('SetChargingProfile', [
    ['evse', '1'],
    ['duration', '5 minutes'],
  ]);
  const time = (key: string) => Date.parse(String(at(payload, 'chargingProfile', key)));
  expect(time('validTo') - time('validFrom')).toBe(300_000);
  const asked = await order('GetChargingProfiles', [['evse', '1']]);
  expect(asked.payload).toMatchObject({
    evseId: 1,
    chargingProfile: { chargingLimitSource: ['EMS', 'Other', 'SO', 'CSO'] },
  });
});

test('a TxProfile without a running transaction is not sent (K01.FR.03)', async () => {
  await expect(
    bench.csms.order('CS-1', 'SetChargingProfile', [
      ['purpose', 'TxProfile'],
      ['evse', '2'],
    ]),
  ).rejects.toThrow(/needs a running transaction/);
});

test('the same purpose, level and EVSE keep their id, another purpose gets its own (K01.FR.06)', async () => {
  const id = async (words: readonly Row[]) =>
    at((await order('SetChargingProfile', words, { status: 'Accepted' })).payload, 'chargingProfile', 'id');
  const first = await id([
    ['purpose', 'TxDefaultProfile'],
    ['evse', '1'],
    ['limit', '8 A'],
  ]);
  expect(
    await id([
      ['purpose', 'TxDefaultProfile'],
      ['evse', '1'],
      ['limit', '6 A'],
    ]),
  ).toBe(first);
  expect(
    await id([
      ['evse', '1'],
      ['limit', '6 A'],
      ['replaces', 'the profile before'],
    ]),
  ).toBe(first);
  const maximum = await order('SetChargingProfile', [['purpose', 'ChargingStationMaxProfile']]);
  expect(maximum.payload['evseId']).toBe(0);
  expect(at(maximum.payload, 'chargingProfile', 'id')).not.toBe(first);
});

test('relative and recurring profiles', async () => {
  const schedule = async (kind: string) =>
    at(
      (
        await order('SetChargingProfile', [
          ['evse', '1'],
          ['kind', kind],
        ])
      ).payload,
      'chargingProfile',
    );
  const relative = await schedule('Relative');
  expect(at(relative, 'chargingSchedule', 0)).not.toHaveProperty('startSchedule');
  const recurring = await schedule('Recurring');
  expect(recurring).toMatchObject({ recurrencyKind: 'Daily' });
  expect(at(recurring, 'chargingSchedule', 0)).toHaveProperty('startSchedule');
});

test('lists are cut as the station said it takes them (B06.FR.05, N06.FR.04)', async () => {
  const result = (component: string, variable: object, attributeValue: string) => ({
    getVariableResult: [{ attributeStatus: 'Accepted', attributeValue, component: { name: component }, variable }],
  });
  await order(
    'GetVariables',
    [['variable', 'DeviceDataCtrlr.ItemsPerMessage[GetVariables]']],
    result('DeviceDataCtrlr', { name: 'ItemsPerMessage', instance: 'GetVariables' }, '2'),
  );
  await order(
    'GetVariables',
    [['variable', 'MonitoringCtrlr.ItemsPerMessage[ClearVariableMonitoring]']],
    result('MonitoringCtrlr', { name: 'ItemsPerMessage', instance: 'ClearVariableMonitoring' }, '4'),
  );
  await settled();
  const first = await order(
    'GetVariables',
    ['A.B', 'A.C', 'A.D'].map((name) => ['variable', name] as const),
  );
  expect(first.payload['getVariableData']).toHaveLength(2);
  const second = await station.next();
  second.answer({});
  expect(second.payload['getVariableData']).toHaveLength(1);
  expect((await order('ClearVariableMonitoring', [['monitors', 'any 5']])).payload['id']).toHaveLength(4);
});

test('a new password counts once the station accepted it (A01.FR.03, FR.04)', async () => {
  const variables = { component: { name: 'SecurityCtrlr' }, variable: { name: 'BasicAuthPassword' } };
  const words: readonly Row[] = [['variable', 'SecurityCtrlr.BasicAuthPassword']];
  const known = (password: unknown) =>
    bench.csms.parts.connection.basicAuth(bench.csms.station('CS-1'), 'CS-1', String(password));
  const refused = await order('SetVariables', words, {
    setVariableResult: [{ attributeStatus: 'Rejected', ...variables }],
  });
  await settled();
  expect(known(at(refused.payload, 'setVariableData', 0, 'attributeValue'))).toBe(false);
  expect(known('0123456789abcdef')).toBe(true);
  const accepted = await order('SetVariables', words, {
    setVariableResult: [{ attributeStatus: 'Accepted', ...variables }],
  });
  await settled();
  const password = String(at(accepted.payload, 'setVariableData', 0, 'attributeValue'));
  expect(password).toMatch(/^[\w-]{16,40}$/);
  expect(known(password)).toBe(true);
  expect(known('0123456789abcdef')).toBe(false);
  expect(bench.csms.log.entries.some(({ text }) => text.includes(password))).toBe(false);
});

test.each(['SHA256', 'SHA384', 'SHA512'] as const)(
  'a certificate is deleted in the algorithm of the station: %s (M04.FR.07)',
  async (algorithm) => {
    const certificateHashData = certificateHashDataOf(algorithm);
    await order('GetInstalledCertificateIds', [], {
      status: 'Accepted',
      certificateHashDataChain: [{ certificateType: 'CSMSRootCertificate', certificateHashData }],
    });
    await settled();
    expect((await order('DeleteCertificate', [['certificate', 'CSMS root']])).payload).toEqual({ certificateHashData });
  },
);
const certificateHashDataOf = (algorithm: 'SHA256' | 'SHA384' | 'SHA512') =>
  certificateHashData(root.certificate, root.certificate, algorithm);

test('a reservation is cancelled by its id', async () => {
  await expect(bench.csms.order('CS-1', 'CancelReservation', [])).rejects.toThrow(
    'CancelReservation: no reservation was made',
  );
  const { payload } = await order('ReserveNow', [['token', 'VALID']], { status: 'Accepted' });
  expect((await order('CancelReservation', [])).payload).toEqual({ reservationId: payload['id'] });
});

test('a failed differential list is followed by the full one (D01.FR.03)', async () => {
  const first = await order(
    'SendLocalList',
    [
      ['update', 'Differential'],
      ['add', 'VALID'],
    ],
    { status: 'VersionMismatch' },
  );
  const full = await station.next();
  expect(full.payload).toMatchObject({ updateType: 'Full', localAuthorizationList: [{}, {}] });
  expect(Number(full.payload['versionNumber'])).toBeGreaterThan(Number(first.payload['versionNumber']));
});

test('a cleared customer leaves the local list too (N10.FR.02)', async () => {
  await order('SendLocalList', [['update', 'Full']], { status: 'Accepted' });
  await settled();
  await order(
    'CustomerInformation',
    [
      ['customer', 'VALID'],
      ['clear', 'yes'],
    ],
    { status: 'Accepted' },
  );
  const update = await station.next();
  expect(update.payload).toMatchObject({
    updateType: 'Differential',
    localAuthorizationList: [{ idToken: { idToken: 'VALID' } }],
  });
  expect(at(update.payload, 'localAuthorizationList', 0)).not.toHaveProperty('idTokenInfo');
});
