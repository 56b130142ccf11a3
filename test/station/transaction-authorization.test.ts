import { expect, test } from 'vitest';
import { booted, calm, otherToken, settings, token } from './bench.ts';
import { points, session, told } from './visits.ts';

test('a refused token starts nothing; a token of the same group stops', async () => {
  const made = await points('Authorized', 'Authorized');
  made.csms.on('Authorize', () => ({ idTokenInfo: { status: 'Invalid' } }));
  await session(made);
  expect(told(made)).toEqual([]);
  expect(made.rig.read().evses[0]?.contactor).toBe('open');
  const group = { groupIdToken: { idToken: 'G', type: 'Central' } };
  made.csms.on('Authorize', () => ({ idTokenInfo: { status: 'Accepted', ...group } }));
  made.rig.perform({ act: 'present', evse: 1, token });
  await calm();
  made.rig.perform({ act: 'present', evse: 1, token: otherToken });
  await calm();
  expect(told(made).at(-1)).toBe('Ended StopAuthorized EVConnected Local');
  expect(made.csms.of('TransactionEvent').at(-1)).toMatchObject({ idToken: otherToken });
});

test.each([
  ['PowerPathClosed', 'true', ['Ended Deauthorized EVConnected DeAuthorized']],
  ['EVConnected', 'true', ['Updated Deauthorized Charging', 'Updated ChargingStateChanged EVConnected']],
  ['EVConnected', 'false', ['Updated ChargingStateChanged SuspendedEVSE']],
])('the CSMS refuses the token later: TxStopPoint %s, StopTxOnInvalidId %s', async (stop, stopOnInvalid, expected) => {
  const made = await booted({
    settings: settings({
      'TxCtrlr.TxStartPoint': 'PowerPathClosed',
      'TxCtrlr.TxStopPoint': stop,
      'TxCtrlr.StopTxOnInvalidId': stopOnInvalid,
    }),
  });
  made.csms.on('TransactionEvent', ({ idToken }) =>
    idToken === undefined ? {} : { idTokenInfo: { status: 'Blocked' } },
  );
  await session(made);
  expect(told(made).slice(2)).toEqual(expected);
  expect(made.rig.read().evses[0]).toMatchObject({ contactor: 'open', connectors: [{ lock: 'locked' }] });
});

test('the start button: NoAuthorization, nobody is asked', async () => {
  const made = await points('Authorized', 'Authorized');
  made.rig.perform({ act: 'plug', evse: 1 });
  made.rig.perform({ act: 'press', evse: 1, button: 'start' });
  await calm();
  expect(made.csms.of('TransactionEvent')[0]).toMatchObject({ idToken: { idToken: '', type: 'NoAuthorization' } });
  expect(made.csms.of('Authorize')).toEqual([]);
});

test('without authorization (AuthCtrlr.Enabled false) the cable is enough', async () => {
  const made = await booted({
    settings: settings({
      'TxCtrlr.TxStartPoint': 'PowerPathClosed',
      'TxCtrlr.TxStopPoint': 'EVConnected',
      'AuthCtrlr.Enabled': 'false',
    }),
  });
  made.rig.perform({ act: 'plug', evse: 1 });
  await calm();
  expect(told(made)).toEqual(['Started Authorized EVConnected', 'Updated ChargingStateChanged Charging']);
});

test('energy after a refused token: MaxEnergyOnInvalidId', async () => {
  const made = await booted({
    settings: settings({
      'TxCtrlr.TxStartPoint': 'PowerPathClosed',
      'TxCtrlr.TxStopPoint': 'EVConnected',
      'TxCtrlr.StopTxOnInvalidId': 'false',
      'TxCtrlr.MaxEnergyOnInvalidId': '100',
    }),
  });
  made.csms.on('TransactionEvent', ({ idToken }) =>
    idToken === undefined ? {} : { idTokenInfo: { status: 'Invalid' } },
  );
  await session(made);
  await made.clock.pass(20);
  expect(told(made).at(-1)).toBe('Updated ChargingStateChanged Charging');
  await made.clock.pass(20);
  expect(told(made).at(-1)).toBe('Updated ChargingStateChanged SuspendedEVSE');
  expect(made.rig.read().evses[0]?.energyWh).toBeCloseTo(100, 0);
});

test('a token that was refused in its transaction is asked about again when it is presented again', async () => {
  const made = await points('Authorized', 'Authorized');
  made.csms.on('TransactionEvent', ({ idToken }) =>
    idToken === undefined ? {} : { idTokenInfo: { status: 'Invalid' } },
  );
  made.rig.perform({ act: 'present', evse: 1, token });
  await calm();
  expect(told(made).at(-1)).toMatch(/^Ended Deauthorized/);
  made.rig.perform({ act: 'present', evse: 1, token });
  await calm();
  expect(made.csms.of('Authorize')).toHaveLength(2);
});
