import { expect, test } from 'vitest';
import { booted, calm, settings, token } from './bench.ts';
import { departure, points, readings, session, told } from './visits.ts';

test.each([
  [
    'ParkingBayOccupancy',
    [
      'Started EVDetected Idle',
      'Updated CablePluggedIn EVConnected',
      'Updated Authorized EVConnected',
      'Updated ChargingStateChanged Charging',
    ],
  ],
  [
    'EVConnected',
    ['Started CablePluggedIn EVConnected', 'Updated Authorized EVConnected', 'Updated ChargingStateChanged Charging'],
  ],
  ['Authorized', ['Started Authorized EVConnected', 'Updated ChargingStateChanged Charging']],
  ['PowerPathClosed', ['Started Authorized EVConnected', 'Updated ChargingStateChanged Charging']],
  ['EnergyTransfer', ['Started ChargingStateChanged Charging']],
])('TxStartPoint %s, cable first', async (start, expected) => {
  const made = await points(start, 'ParkingBayOccupancy');
  await session(made);
  expect(told(made)).toEqual(expected);
  const events = made.csms.of('TransactionEvent');
  expect(events.map(({ seqNo }) => seqNo)).toEqual(expected.map((_, index) => index));
  expect(events.filter(({ idToken }) => idToken !== undefined)).toHaveLength(1);
  expect(events[0]).toMatchObject({
    evse: { id: 1 },
    meterValue: [{ sampledValue: [{ context: 'Transaction.Begin' }] }],
  });
  expect(events.some(({ evse }) => (evse as Record<string, unknown> | undefined)?.['connectorId'] === 1)).toBe(true);
  expect(made.csms.of('Authorize')).toEqual([{ idToken: token }]);
  expect(made.rig.read().evses[0]).toMatchObject({ contactor: 'closed', offeredA: 32 });
});

test.each([
  ['Authorized', ['Ended StopAuthorized EVConnected Local']],
  ['PowerPathClosed', ['Ended StopAuthorized EVConnected Local']],
  ['EnergyTransfer', ['Updated StopAuthorized Charging', 'Ended ChargingStateChanged EVConnected Local']],
  [
    'EVConnected',
    [
      'Updated StopAuthorized Charging',
      'Updated ChargingStateChanged EVConnected',
      'Ended EVCommunicationLost Idle Local',
    ],
  ],
  [
    'ParkingBayOccupancy',
    [
      'Updated StopAuthorized Charging',
      'Updated ChargingStateChanged EVConnected',
      'Updated EVCommunicationLost Idle',
      'Ended EVDeparted Idle Local',
    ],
  ],
])('TxStopPoint %s', async (stop, expected) => {
  const made = await points('PowerPathClosed', stop);
  await session(made);
  made.csms.clear();
  await departure(made);
  expect(told(made)).toEqual(expected);
  const last = made.csms.of('TransactionEvent').at(-1);
  const contexts = readings(last).map(({ sampledValue }) => sampledValue[0]?.context);
  expect(contexts).toEqual(['Transaction.Begin', 'Transaction.End']);
  expect(made.csms.of('StatusNotification').at(-1)).toMatchObject({ connectorStatus: 'Available' });
  expect(made.csms.of('Authorize')).toEqual([]);
  expect(made.station.transactions()).toEqual([]);
});

test('token first: the transaction starts with the authorization, the cable follows', async () => {
  const made = await points('Authorized,EVConnected', 'EVConnected');
  made.rig.perform({ act: 'present', evse: 1, token });
  await calm();
  made.rig.perform({ act: 'plug', evse: 1 });
  await calm();
  expect(told(made)).toEqual([
    'Started Authorized Idle',
    'Updated CablePluggedIn EVConnected',
    'Updated ChargingStateChanged Charging',
  ]);
  expect(made.csms.of('TransactionEvent')[1]).toMatchObject({ evse: { id: 1, connectorId: 1 } });
});

test('no cable in time: the transaction ends by timeout', async () => {
  const made = await booted({
    settings: settings({
      'TxCtrlr.TxStartPoint': 'Authorized',
      'TxCtrlr.TxStopPoint': 'EVConnected',
      'TxCtrlr.EVConnectionTimeOut': '30',
    }),
  });
  made.rig.perform({ act: 'present', evse: 1, token });
  await made.clock.pass(31);
  expect(told(made)).toEqual(['Started Authorized Idle', 'Ended EVConnectTimeout Idle Timeout']);
});

test('the EV suspends and resumes', async () => {
  const made = await points('PowerPathClosed', 'EVConnected');
  await session(made);
  made.csms.clear();
  made.rig.perform({ act: 'charging', evse: 1, change: 'suspend' });
  await calm();
  made.rig.perform({ act: 'charging', evse: 1, change: 'resume' });
  await calm();
  expect(told(made)).toEqual(['Updated ChargingStateChanged SuspendedEV', 'Updated ChargingStateChanged Charging']);
});

test('the EV ends with TxStopPoint EnergyTransfer', async () => {
  const made = await points('PowerPathClosed', 'EnergyTransfer');
  await session(made);
  made.csms.clear();
  made.rig.perform({ act: 'charging', evse: 1, change: 'end' });
  await calm();
  expect(told(made)).toEqual(['Ended ChargingStateChanged EVConnected StoppedByEV']);
});

test('EV side disconnected with StopTxOnEVSideDisconnect false: suspended, and charging again after the cable is back', async () => {
  const made = await booted({
    settings: settings({
      'TxCtrlr.TxStartPoint': 'PowerPathClosed',
      'TxCtrlr.TxStopPoint': 'Authorized',
      'TxCtrlr.StopTxOnEVSideDisconnect': 'false',
    }),
  });
  await session(made);
  made.csms.clear();
  made.rig.perform({ act: 'unplug', evse: 1, end: 'EV' });
  await calm();
  made.rig.perform({ act: 'plug', evse: 1, end: 'EV' });
  await calm();
  expect(told(made)).toEqual([
    'Updated EVCommunicationLost Idle',
    'Updated CablePluggedIn EVConnected',
    'Updated ChargingStateChanged Charging',
  ]);
});

test('EV side disconnected with StopTxOnEVSideDisconnect true: deauthorized', async () => {
  const made = await points('PowerPathClosed', 'PowerPathClosed');
  await session(made);
  made.csms.clear();
  made.rig.perform({ act: 'unplug', evse: 1, end: 'EV' });
  await calm();
  expect(told(made)).toEqual(['Ended EVCommunicationLost Idle EVDisconnected']);
});

test('a lock that fails: no charging, the CSMS is told (G05)', async () => {
  const made = await points('Authorized', 'EVConnected');
  made.rig.perform({ act: 'lock', evse: 1, change: 'fail' });
  await session(made);
  expect(made.rig.read().evses[0]?.contactor).toBe('open');
  expect(made.csms.of('NotifyEvent')).toMatchObject([
    {
      eventData: [
        { component: { name: 'ConnectorPlugRetentionLock' }, variable: { name: 'Problem' }, actualValue: 'true' },
      ],
    },
  ]);
});

test('readings: periodic in the transaction, by the clock outside', async () => {
  const made = await booted({
    settings: settings({
      'TxCtrlr.TxStartPoint': 'PowerPathClosed',
      'TxCtrlr.TxStopPoint': 'EVConnected',
      'SampledDataCtrlr.TxUpdatedInterval': '30',
      'SampledDataCtrlr.TxEndedInterval': '20',
      'AlignedDataCtrlr.Interval': '60',
    }),
  });
  await session(made);
  made.csms.clear();
  await made.clock.pass(61);
  const periodic = made.csms
    .of('TransactionEvent')
    .filter(({ triggerReason }) => triggerReason === 'MeterValuePeriodic');
  expect(periodic).toHaveLength(2);
  expect(made.csms.of('MeterValues')).toMatchObject([
    { evseId: 2, meterValue: [{ timestamp: '2026-03-01T10:01:00.000Z' }] },
  ]);
  expect(told(made).filter((text) => text.includes('MeterValueClock'))).toHaveLength(1);
  made.rig.perform({ act: 'present', evse: 1, token });
  made.rig.perform({ act: 'unplug', evse: 1 });
  await calm();
  const ended = made.csms.of('TransactionEvent').at(-1);
  const values = readings(ended).map(({ sampledValue }) => sampledValue[0]);
  expect(values.map((value) => value?.context)).toEqual([
    'Transaction.Begin',
    'Sample.Periodic',
    'Sample.Periodic',
    'Sample.Periodic',
    'Transaction.End',
  ]);
  expect(values.at(-1)?.value).toBeCloseTo((11_040 * 61) / 3600, 0);
});

test('TxStartPoint DataSigned: the signed reading starts the transaction', async () => {
  const made = await booted({
    features: { signedReadings: true },
    settings: settings({
      'TxCtrlr.TxStartPoint': 'DataSigned',
      'TxCtrlr.TxStopPoint': 'EVConnected',
      'SampledDataCtrlr.SignReadings': 'true',
    }),
  });
  await session(made);
  expect(told(made)).toEqual(['Started SignedDataReceived EVConnected', 'Updated ChargingStateChanged Charging']);
  expect(made.csms.of('TransactionEvent')[0]).toMatchObject({
    meterValue: [{ sampledValue: [{ signedMeterValue: { signingMethod: 'ECDSA-secp256r1-SHA256' } }] }],
  });
});
