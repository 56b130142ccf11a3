import { expect, test } from 'vitest';
import type { Requests } from '../../src/ocpp/index.ts';
import { type ChargingProfile, createSmartCharging } from '../../src/station/smart-charging/index.ts';
import { ask, config, FakeStation, MemoryStore } from './fake-context.ts';

const setup = (overrides = {}, store = new MemoryStore()) => {
  const station = new FakeStation(overrides, store);
  const module = createSmartCharging(station.context, { evses: { ...config, ...overrides }.evses });
  station.parts.smartCharging = module.seams;
  return { station, module };
};
type Module = ReturnType<typeof setup>['module'];
type Period = ChargingProfile['chargingSchedule'][number]['chargingSchedulePeriod'][number];

const profile = (
  overrides: Partial<ChargingProfile> = {},
  schedule = {},
  period: Partial<Period> = {},
): ChargingProfile => ({
  id: 1,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  ...overrides,
  chargingSchedule: [
    {
      id: 1,
      startSchedule: '2026-01-01T00:00:00Z',
      chargingRateUnit: 'A',
      chargingSchedulePeriod: [{ startPeriod: 0, limit: 10, ...period }],
      ...schedule,
    },
  ],
});
const set = (module: Module, evseId: number, chargingProfile: ChargingProfile) =>
  ask(module.handlers, 'SetChargingProfile', { evseId, chargingProfile });
const tx = (extra: Partial<ChargingProfile> = {}) =>
  profile({ id: 3, chargingProfilePurpose: 'TxProfile', transactionId: 'tx-1', ...extra });

test.each([
  ['K01.FR.28 unknown EVSE', 9, profile(), 'UnknownEvse'],
  ['K01.FR.09 TxProfile without transaction', 2, tx(), 'TxNotFound'],
  ['K01.FR.33 unknown transaction', 1, tx({ transactionId: 'other' }), 'TxNotFound'],
  ['K01.FR.16 TxProfile on EVSE 0', 0, tx(), 'InvalidProfile'],
  [
    'K01.FR.22 external constraints',
    0,
    profile({ chargingProfilePurpose: 'ChargingStationExternalConstraints' }),
    'InvalidProfile',
  ],
  [
    'K 3.2 ChargingStationMaxProfile on an EVSE',
    1,
    profile({ chargingProfilePurpose: 'ChargingStationMaxProfile' }),
    'InvalidProfile',
  ],
  ['K01.FR.26 unit', 1, profile({}, { chargingRateUnit: 'W' }), 'UnsupportedRateUnit'],
  ['K01.FR.31 first period', 1, profile({}, {}, { startPeriod: 5 }), 'InvalidSchedule'],
  ['K01.FR.40 Absolute without start', 1, profile({}, { startSchedule: undefined }), 'InvalidSchedule'],
  ['K01.FR.41 Relative with start', 1, profile({ chargingProfileKind: 'Relative' }), 'InvalidSchedule'],
  ['K01.FR.43 fewer phases than used', 1, profile({}, {}, { numberPhases: 1 }), 'InvalidSchedule'],
  ['stack level', 1, profile({ stackLevel: 11 }), 'InvalidStackLevel'],
])('refuses: %s', async (_, evseId, chargingProfile, reasonCode) => {
  const { station, module } = setup({
    values: [{ component: 'SmartChargingCtrlr', variable: 'RateUnit', value: 'A' }],
  });
  station.begin(1, 'tx-1');
  const wire: ChargingProfile = JSON.parse(JSON.stringify(chargingProfile));
  expect(await set(module, evseId, wire)).toMatchObject({ status: 'Rejected', statusInfo: { reasonCode } });
  const request: Requests['GetChargingProfiles'] = { requestId: 1, chargingProfile: {} };
  expect(await ask(module.handlers, 'GetChargingProfiles', request)).toEqual({ status: 'NoProfiles' });
});

test('K01.FR.52/53: TxDefaultProfile on EVSE 0 against a specific one', async () => {
  const { module } = setup();
  expect(await set(module, 1, profile())).toEqual({ status: 'Accepted' });
  expect(await set(module, 0, profile({ id: 2 }))).toMatchObject({ statusInfo: { reasonCode: 'DuplicateProfile' } });
  expect(await set(module, 0, profile({ id: 2, stackLevel: 1 }))).toEqual({ status: 'Accepted' });
  expect(await set(module, 2, profile({ id: 5, stackLevel: 1 }))).toMatchObject({ status: 'Rejected' });
  // The same id replaces, also in another place (K01.FR.05).
  expect(await set(module, 0, profile())).toEqual({ status: 'Accepted' });
  expect(module.seams.limitNow(2)).toBe(10);
});

test('profiles and entries outlive a power cycle', async () => {
  const store = new MemoryStore();
  const first = setup({}, store);
  await set(first.module, 1, profile());
  expect(first.station.model.value('SmartChargingCtrlr', 'Entries', { instance: 'ChargingProfiles' })).toBe('1');
  const second = setup({}, store);
  second.module.poweredOn?.();
  expect(second.module.seams.limitNow(1)).toBe(10);
  expect(second.station.model.value('SmartChargingCtrlr', 'Entries', { instance: 'ChargingProfiles' })).toBe('1');
});

test('K09: one chain, grouped by place; K10: by id and by criteria', async () => {
  const { station, module } = setup();
  await set(module, 0, profile({ id: 1, chargingProfilePurpose: 'ChargingStationMaxProfile' }));
  await set(module, 1, profile({ id: 2 }));
  await set(module, 1, profile({ id: 3, stackLevel: 1 }));
  const answer = await ask(module.handlers, 'GetChargingProfiles', {
    requestId: 4,
    chargingProfile: { chargingLimitSource: ['CSO'] },
  });
  expect(answer).toEqual({ status: 'Accepted' });
  expect(station.sent).toEqual([]);
  await station.clock.advance(0);
  expect(station.requests('ReportChargingProfiles')).toMatchObject([
    { requestId: 4, evseId: 0, tbc: true, chargingProfile: [{ id: 1 }] },
    { requestId: 4, evseId: 1, tbc: false, chargingProfile: [{ id: 2 }, { id: 3 }] },
  ]);
  const clear = (request: Requests['ClearChargingProfile']) => ask(module.handlers, 'ClearChargingProfile', request);
  expect(await clear({ chargingProfileId: 9 })).toEqual({ status: 'Unknown' });
  expect(await clear({ chargingProfileCriteria: { evseId: 0, stackLevel: 1 } })).toEqual({ status: 'Unknown' });
  expect(await clear({ chargingProfileCriteria: { stackLevel: 1 } })).toEqual({ status: 'Accepted' });
  expect(await clear({ chargingProfileId: 1 })).toEqual({ status: 'Accepted' });
  const none = await ask(module.handlers, 'GetChargingProfiles', {
    requestId: 5,
    evseId: 0,
    chargingProfile: { stackLevel: 0 },
  });
  expect(none).toEqual({ status: 'NoProfiles' });
});

const composite = async (module: Module, request: Requests['GetCompositeSchedule']) => {
  const answer = await ask(module.handlers, 'GetCompositeSchedule', request);
  const schedule: Record<string, unknown> = Object.fromEntries(Object.entries(answer['schedule'] ?? {}));
  const periods = schedule['chargingSchedulePeriod'];
  return {
    answer,
    schedule,
    periods: Array.isArray(periods) ? periods.map(({ startPeriod, limit }) => [startPeriod, limit]) : [],
  };
};

test('K08: no profile gives what the hardware can, EVSE 0 the sum, TxDefault counts without transaction', async () => {
  const { module } = setup();
  expect((await composite(module, { evseId: 1, duration: 300 })).periods).toEqual([[0, 32]]);
  expect((await composite(module, { evseId: 0, duration: 300 })).periods).toEqual([[0, 64]]);
  expect((await composite(module, { evseId: 1, duration: 300, chargingRateUnit: 'W' })).periods).toEqual([[0, 22_080]]);
  await set(module, 0, profile({ validTo: '2026-01-01T00:05:00Z' }, {}, { limit: 6 }));
  expect((await composite(module, { evseId: 1, duration: 400 })).periods).toEqual([
    [0, 6],
    [300, 32],
  ]);
  expect((await composite(module, { evseId: 0, duration: 400 })).periods).toEqual([
    [0, 12],
    [300, 64],
  ]);
  expect((await composite(module, { evseId: 3, duration: 400 })).answer).toMatchObject({ status: 'Rejected' });
});

test('the station limit is shared by the transactions that run', async () => {
  const { station, module } = setup();
  await set(module, 0, profile({ chargingProfilePurpose: 'ChargingStationMaxProfile' }, {}, { limit: 20 }));
  expect(module.seams.limitNow(1)).toBe(20);
  station.begin(1, 'tx-1');
  station.begin(2, 'tx-2');
  expect(module.seams.limitNow(1)).toBe(10);
  expect((await composite(module, { evseId: 0, duration: 60 })).periods).toEqual([[0, 20]]);
});

test('limits change at the period boundary, and Relative counts from the closing of the power path', async () => {
  const { station, module } = setup();
  station.begin(1, 'tx-1', false);
  const periods = [
    { startPeriod: 0, limit: 16 },
    { startPeriod: 60, limit: 8 },
  ];
  const relative = tx({ chargingProfileKind: 'Relative' });
  const [schedule] = relative.chargingSchedule;
  if (schedule === undefined) throw new Error('no schedule');
  const { startSchedule: _, ...rest } = schedule;
  await set(module, 1, { ...relative, chargingSchedule: [{ ...rest, chargingSchedulePeriod: periods }] });
  await station.clock.advance(30_000);
  module.powerPathClosed(1);
  station.begin(1, 'tx-1', true);
  station.limitsChanged.length = 0;
  await station.clock.advance(59_999);
  expect([module.seams.limitNow(1), station.limitsChanged.length]).toEqual([16, 0]);
  await station.clock.advance(1);
  expect([module.seams.limitNow(1), station.limitsChanged.length]).toEqual([8, 1]);
  station.running.delete(1);
  module.transactionEnded(1, 'tx-1');
  expect(module.seams.limitNow(1)).toBe(Infinity);
  expect(station.clock.pending).toBe(0);
});

test('K05: a profile with the start is judged before and used after it', () => {
  const { station, module } = setup();
  const fresh = profile({ chargingProfilePurpose: 'TxProfile' });
  expect(module.refusalAtStart(1, profile())).toMatchObject({ reasonCode: 'InvalidProfile' });
  expect(module.refusalAtStart(1, fresh)).toBeUndefined();
  station.begin(1, 'tx-9');
  module.useForTransaction(1, 'tx-9', fresh);
  expect(module.seams.limitNow(1)).toBe(10);
});

test('switched off: NotSupported, and no limit', async () => {
  const { station, module } = setup();
  await set(module, 1, profile());
  station.model.write('SmartChargingCtrlr', 'Enabled', 'false');
  expect(await set(module, 1, profile())).toMatchObject({ kind: 'error', errorCode: 'NotSupported' });
  expect(module.seams.limitNow(1)).toBe(Infinity);
});

test('the handler asks the seams at the moment of use', async () => {
  const { station, module } = setup();
  station.parts.smartCharging = { ...module.seams, refusal: () => ({ reasonCode: 'InternalError' }) };
  expect(await set(module, 1, profile())).toMatchObject({ statusInfo: { reasonCode: 'InternalError' } });
});
