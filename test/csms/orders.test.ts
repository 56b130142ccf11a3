import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderKeys } from '../../src/csms/index.ts';
import type { Row } from '../../src/csms/orders/words.ts';
import { createAuthority } from '../../src/pki/issue/index.ts';
import { certificateHashData } from '../../src/pki/parse/index.ts';
import { type CsmsBench, startBench, started } from './csms-bench.ts';
import type { FakeStation } from './fake-station.ts';

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

const plain: readonly (readonly [action: string, words: readonly Row[], expected: Record<string, unknown>])[] = [
  [
    'ChangeAvailability',
    [
      ['status', 'Inoperative'],
      ['evse', '1'],
    ],
    { operationalStatus: 'Inoperative', evse: { id: 1 } },
  ],
  ['ClearCache', [], {}],
  [
    'ClearChargingProfile',
    [
      ['purpose', 'TxProfile'],
      ['evse', '1'],
    ],
    { chargingProfileCriteria: { chargingProfilePurpose: 'TxProfile', evseId: 1 } },
  ],
  ['ClearDisplayMessage', [['message', 'unknown']], {}],
  ['ClearVariableMonitoring', [['monitors', 'any 5']], {}],
  ['CostUpdated', [['transaction', 'the one at EVSE 1']], { transactionId: 'tx-1', totalCost: 0 }],
  [
    'CustomerInformation',
    [
      ['customer', 'VALID'],
      ['report', 'yes'],
      ['clear', 'no'],
    ],
    { report: true, clear: false, idToken: { idToken: 'VALID', type: 'ISO14443' } },
  ],
  [
    'CustomerInformation',
    [
      ['customer', 'CSMS root'],
      ['report', 'yes'],
    ],
    { customerCertificate: certificateHashData(root.certificate, root.certificate, 'SHA256') },
  ],
  ['GetBaseReport', [['report', 'ConfigurationInventory']], { reportBase: 'ConfigurationInventory' }],
  [
    'GetChargingProfiles',
    [['purpose', 'TxDefaultProfile']],
    { chargingProfile: { chargingProfilePurpose: 'TxDefaultProfile' } },
  ],
  [
    'GetCompositeSchedule',
    [
      ['evse', '1'],
      ['duration', '300 seconds'],
      ['rate unit', 'A'],
    ],
    { evseId: 1, duration: 300, chargingRateUnit: 'A' },
  ],
  ['GetDisplayMessages', [['priority', 'InFront']], { priority: 'InFront' }],
  [
    'GetInstalledCertificateIds',
    [['certificate type', 'CSMSRootCertificate']],
    { certificateType: ['CSMSRootCertificate'] },
  ],
  ['GetLocalListVersion', [], {}],
  ['GetLog', [['log', 'SecurityLog']], { logType: 'SecurityLog' }],
  [
    'GetMonitoringReport',
    [
      ['monitors', 'Delta'],
      ['variable', 'EVSE@1.AvailabilityState'],
    ],
    { monitoringCriteria: ['DeltaMonitoring'] },
  ],
  [
    'GetReport',
    [
      ['criteria', 'Problem'],
      ['variable', 'EVSE@1.AvailabilityState'],
    ],
    { componentCriteria: ['Problem'] },
  ],
  ['GetTransactionStatus', [['transaction', 'the one at EVSE 1']], { transactionId: 'tx-1' }],
  ['GetTransactionStatus', [], {}],
  [
    'GetVariables',
    [['variable', 'DeviceDataCtrlr.ItemsPerMessage[GetReport]']],
    {
      getVariableData: [
        { component: { name: 'DeviceDataCtrlr' }, variable: { name: 'ItemsPerMessage', instance: 'GetReport' } },
      ],
    },
  ],
  [
    'InstallCertificate',
    [
      ['certificate type', 'CSMSRootCertificate'],
      ['certificate', 'CSMS root'],
    ],
    { certificateType: 'CSMSRootCertificate', certificate: root.certificate },
  ],
  ['PublishFirmware', [['firmware', 'firmware']], { location: 'http://127.0.0.1/fw', checksum: '0'.repeat(32) }],
  ['RequestStartTransaction', [['token', 'BLOCKED']], { idToken: { idToken: 'BLOCKED', type: 'ISO14443' } }],
  ['RequestStopTransaction', [['transaction', 'the one at EVSE 1']], { transactionId: 'tx-1' }],
  [
    'ReserveNow',
    [
      ['evse', '1'],
      ['token', 'VALID'],
      ['group', 'G'],
      ['connector type', 'cType2'],
      ['until', '2030-01-01T00:00:00.000Z'],
    ],
    { evseId: 1, expiryDateTime: '2030-01-01T00:00:00.000Z', connectorType: 'cType2' },
  ],
  ['Reset', [], { type: 'OnIdle' }],
  [
    'Reset',
    [
      ['type', 'Immediate'],
      ['evse', '1'],
    ],
    { type: 'Immediate', evseId: 1 },
  ],
  [
    'SendLocalList',
    [
      ['update', 'Differential'],
      ['remove', 'VALID'],
    ],
    { updateType: 'Differential', localAuthorizationList: [{ idToken: { idToken: 'VALID', type: 'ISO14443' } }] },
  ],
  [
    'SetDisplayMessage',
    [
      ['text', 'hello'],
      ['priority', 'InFront'],
      ['transaction', 'the one at EVSE 1'],
    ],
    { message: { priority: 'InFront', transactionId: 'tx-1', message: { content: 'hello' } } },
  ],
  ['SetMonitoringBase', [['base', 'All']], { monitoringBase: 'All' }],
  ['SetMonitoringLevel', [['severity', '4']], { severity: 4 }],
  [
    'SetNetworkProfile',
    [['security profile', '1']],
    { configurationSlot: 2, connectionData: { securityProfile: 1, ocppVersion: 'OCPP20' } },
  ],
  [
    'SetVariableMonitoring',
    [
      ['variable', 'EVSE@1.AvailabilityState'],
      ['monitor', 'Delta'],
      ['severity', '8'],
    ],
    { setMonitoringData: [{ type: 'Delta', severity: 8, value: 1 }] },
  ],
  [
    'SetVariables',
    [
      ['variable', 'AlignedDataCtrlr.Interval'],
      ['value', '60'],
    ],
    { setVariableData: [{ attributeValue: '60' }] },
  ],
  [
    'TriggerMessage',
    [
      ['requested message', 'StatusNotification'],
      ['evse', '2'],
    ],
    { requestedMessage: 'StatusNotification', evse: { id: 2, connectorId: 1 } },
  ],
  [
    'UnlockConnector',
    [
      ['evse', '1'],
      ['connector', '1'],
    ],
    { evseId: 1, connectorId: 1 },
  ],
  ['UnpublishFirmware', [['firmware', 'firmware']], { checksum: '0'.repeat(32) }],
  [
    'UpdateFirmware',
    [
      ['firmware', 'firmware'],
      ['install from', 'now + 60 seconds'],
    ],
    { firmware: { signature: 'c2ln', signingCertificate: 'PEM' } },
  ],
];

test.each(plain)('%s %j', async (action, words, expected) => {
  const call = await order(action, words);
  expect(call.action).toBe(action);
  expect(call.payload).toMatchObject(expected);
});

test('every message of the list is tried here', () => {
  const elsewhere = ['CancelReservation', 'CertificateSigned', 'DeleteCertificate', 'SetChargingProfile'];
  expect([...new Set([...plain.map(([action]) => action), ...elsewhere])].sort()).toEqual(
    Object.keys(orderKeys).sort(),
  );
});

test.each([
  ['Reset', [['typ', 'OnIdle']], 'Reset knows no "typ"; nearest is "type" (all: type, evse)'],
  ['ClearCache', [['evse', '1']], 'ClearCache knows no "evse"; it takes no words'],
  ['Reset', [['type', 'Now']], 'Reset cannot read "type" = "Now"; give one of Immediate, OnIdle'],
  ['Rest', [], 'no message "Rest"; nearest is "Reset"'],
  ['GetVariables', [['variable', 'nonsense']], /cannot read "variable" = "nonsense"/],
  ['ClearChargingProfile', [], /K10.FR.02/],
] as const)('%s %j is refused with one line', async (action, words, message) => {
  await expect(bench.csms.order('CS-1', action, words)).rejects.toThrow(message);
});
