import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDeviceModel,
  DeviceModel,
  define,
  stationVariables,
  valueFault,
} from '../../src/station/device-model/index.ts';
import { standardVariables } from '../../src/station/device-model/standard.ts';
import { ask, config, FakeStation, MemoryStore } from './fake-context.ts';

const setup = (overrides = {}, options = {}) => {
  const station = new FakeStation(overrides);
  return { station, module: createDeviceModel(station.context, station.model, options) };
};
type Module = ReturnType<typeof setup>['module'];
const variable = (component: string, name: string, instance?: string) => ({
  component: { name: component },
  variable: { name, ...(instance === undefined ? {} : { instance }) },
});
const get = async (module: Module, component: string, name: string, extra = {}) => {
  const answer = await ask(module.handlers, 'GetVariables', {
    getVariableData: [{ ...variable(component, name), ...extra }],
  });
  return Array.isArray(answer['getVariableResult']) ? answer['getVariableResult'][0] : answer;
};
const set = async (module: Module, component: string, name: string, attributeValue: string, extra = {}) => {
  const answer = await ask(module.handlers, 'SetVariables', {
    setVariableData: [{ ...variable(component, name), attributeValue, ...extra }],
  });
  return Array.isArray(answer['setVariableResult']) ? answer['setVariableResult'][0] : answer;
};

test('every required variable of every controller this station has is present', () => {
  const definitions = stationVariables({
    ...config,
    features: {
      smartCharging: true,
      localAuthList: true,
      authCache: true,
      reservation: true,
      monitoring: true,
      tariffCost: true,
      displayMessage: true,
      iso15118: true,
    },
  });
  const missing = standardVariables
    .filter(([, , , required]) => required)
    .filter(
      ([component, name, instance]) =>
        !definitions.some(
          (one) => one.component === component && one.variable === name && (one.where.instance ?? '') === instance,
        ),
    );
  expect(missing).toEqual([]);
});

test('every first value is legal for its own variable', () => {
  const faults = stationVariables(config).flatMap((one) =>
    one.attributes.flatMap(({ value }) =>
      value === undefined ? [] : [valueFault(one, value)].filter((fault) => fault !== undefined),
    ),
  );
  expect(faults).toEqual([]);
});

test('B06: values, unknown things, unset and unsupported attributes', async () => {
  const { module } = setup();
  expect(await get(module, 'ocppcommctrlr', 'heartbeatinterval')).toMatchObject({
    attributeStatus: 'Accepted',
    attributeType: 'Actual',
    attributeValue: '300',
    component: { name: 'ocppcommctrlr' },
  });
  expect(await get(module, 'Nonsense', 'HeartbeatInterval')).toMatchObject({ attributeStatus: 'UnknownComponent' });
  expect(await get(module, 'EVSE', 'Power')).toMatchObject({ attributeStatus: 'UnknownComponent' });
  expect(await get(module, 'OCPPCommCtrlr', 'Nonsense')).toMatchObject({ attributeStatus: 'UnknownVariable' });
  expect(await get(module, 'DeviceDataCtrlr', 'ItemsPerMessage')).toMatchObject({ attributeStatus: 'UnknownVariable' });
  const target = await get(module, 'OCPPCommCtrlr', 'HeartbeatInterval', { attributeType: 'Target' });
  expect(target).toMatchObject({ attributeStatus: 'NotSupportedAttributeType', attributeType: 'Target' });
  expect(target).not.toHaveProperty('attributeValue');
  expect(await get(module, 'ClockCtrlr', 'DateTime')).toMatchObject({ attributeValue: '2026-01-01T00:00:00.000Z' });
});

test('the password is settable through the seam and never readable', async () => {
  const { station, module } = setup();
  const told: string[] = [];
  module.model.onChange(({ variable: name, to }) => told.push(`${name}=${to}`));
  expect(await set(module, 'SecurityCtrlr', 'BasicAuthPassword', 'short')).toMatchObject({
    attributeStatus: 'Rejected',
  });
  expect(await set(module, 'SecurityCtrlr', 'BasicAuthPassword', 'fedcba9876543210')).toMatchObject({
    attributeStatus: 'Accepted',
  });
  expect(told).toEqual(['BasicAuthPassword=fedcba9876543210']);
  expect(station.securityEvents).toEqual(['ReconfigurationOfSecurityParameters']);
  const read = await get(module, 'SecurityCtrlr', 'BasicAuthPassword');
  expect(read).toMatchObject({ attributeStatus: 'Rejected' });
  expect(read).not.toHaveProperty('attributeValue');
  station.parts.connection.passwordAcceptable = () => true;
  expect(await set(module, 'SecurityCtrlr', 'BasicAuthPassword', 'x')).toMatchObject({ attributeStatus: 'Accepted' });
});

test.each([
  ['OCPPCommCtrlr', 'HeartbeatInterval', 'soon', 'Rejected'],
  ['OCPPCommCtrlr', 'HeartbeatInterval', '0', 'Rejected'],
  ['OCPPCommCtrlr', 'HeartbeatInterval', '10', 'Accepted'],
  ['OCPPCommCtrlr', 'FileTransferProtocols', 'HTTP', 'Rejected'],
  ['OCPPCommCtrlr', 'NetworkConfigurationPriority', '2,1', 'RebootRequired'],
  ['OCPPCommCtrlr', 'NetworkConfigurationPriority', '1,9', 'Rejected'],
  ['OCPPCommCtrlr', 'NetworkConfigurationPriority', '', 'Rejected'],
  ['TxCtrlr', 'TxStartPoint', 'PowerPathClosed', 'Accepted'],
  ['TxCtrlr', 'TxStartPoint', 'Sunrise', 'Rejected'],
  ['TxCtrlr', 'StopTxOnInvalidId', 'yes', 'Rejected'],
  ['SmartChargingCtrlr', 'LimitChangeSignificance', '12.5', 'Accepted'],
  ['SmartChargingCtrlr', 'LimitChangeSignificance', '100.1', 'Rejected'],
  ['Nonsense', 'X', '1', 'UnknownComponent'],
  ['TxCtrlr', 'X', '1', 'UnknownVariable'],
])('B05: %s.%s = "%s" is %s', async (component, name, value, status) => {
  const { module } = setup();
  const before = module.model.value(component, name);
  expect(await set(module, component, name, value)).toMatchObject({ attributeStatus: status, attributeType: 'Actual' });
  const changed = status === 'Accepted' || status === 'RebootRequired';
  expect(module.model.value(component, name)).toBe(changed ? value : before);
});

test('one result an element, in order; limits of items and bytes are CALLERRORs', async () => {
  const { module } = setup();
  const many = Array.from({ length: 64 }, () => variable('ClockCtrlr', 'DateTime'));
  const answer = await ask(module.handlers, 'GetVariables', { getVariableData: many });
  expect(answer['getVariableResult']).toHaveLength(64);
  const tooMany = await ask(module.handlers, 'GetVariables', { getVariableData: [...many, ...many] });
  expect(tooMany).toMatchObject({ kind: 'error', errorCode: 'OccurrenceConstraintViolation' });
  const long = many.map((one) => ({ ...one, attributeValue: 'x'.repeat(1000) }));
  const tooLong = await ask(module.handlers, 'SetVariables', { setVariableData: long });
  expect(tooLong).toMatchObject({ kind: 'error', errorCode: 'FormatViolation' });
});

test('writable values outlive a power cycle, the rest does not', async () => {
  const store = new MemoryStore();
  const first = new FakeStation({}, store);
  const module = createDeviceModel(first.context, first.model);
  await set(module, 'OCPPCommCtrlr', 'HeartbeatInterval', '77');
  first.model.write('EVSE', 'AvailabilityState', 'Occupied', { evseId: 1 });
  const second = new DeviceModel(store, stationVariables(config));
  expect(second.value('OCPPCommCtrlr', 'HeartbeatInterval')).toBe('77');
  expect(second.value('EVSE', 'AvailabilityState', { evseId: 1 })).toBe('Available');
});

test('Target, MinSet and MaxSet are attributes of their own', async () => {
  const fan = define('FanCtrlr', 'FanSpeed', {
    mutability: 'ReadWrite',
    value: '0',
    furtherAttributes: ['Target', 'MaxSet'],
  });
  const { module } = setup({ extra: [fan] });
  expect(await get(module, 'FanCtrlr', 'FanSpeed', { attributeType: 'Target' })).toMatchObject({ attributeValue: '' });
  await set(module, 'FanCtrlr', 'FanSpeed', '900', { attributeType: 'MaxSet' });
  expect(await set(module, 'FanCtrlr', 'FanSpeed', '901', { attributeType: 'Target' })).toMatchObject({
    attributeStatus: 'Rejected',
  });
  expect(await set(module, 'FanCtrlr', 'FanSpeed', '900', { attributeType: 'Target' })).toMatchObject({
    attributeStatus: 'Accepted',
  });
  expect(module.model.value('FanCtrlr', 'FanSpeed')).toBe('0');
});

const reported = async (station: FakeStation) => {
  await station.clock.advance(0);
  const messages = station.requests('NotifyReport');
  const data = messages.flatMap(({ reportData }) => (Array.isArray(reportData) ? reportData : []));
  return { messages, data };
};

test('B07: the full inventory is a chain with every variable, without the password', async () => {
  const { station, module } = setup();
  expect(await ask(module.handlers, 'GetBaseReport', { requestId: 7, reportBase: 'FullInventory' })).toEqual({
    status: 'Accepted',
  });
  expect(station.sent).toEqual([]);
  const { messages, data } = await reported(station);
  expect(messages.map(({ seqNo }) => seqNo)).toEqual(messages.map((_, index) => index));
  expect(messages.map(({ tbc }) => tbc)).toEqual(messages.map((_, index) => index < messages.length - 1));
  expect(new Set(messages.map(({ requestId, generatedAt }) => `${requestId} ${generatedAt}`)).size).toBe(1);
  expect(data).toHaveLength(station.model.definitions.length);
  expect(JSON.stringify(data)).not.toContain(config.basicAuthPassword);
});

test('B07: configuration inventory, summary, and a summary that is not supported', async () => {
  const { station, module } = setup();
  await ask(module.handlers, 'GetBaseReport', { requestId: 1, reportBase: 'ConfigurationInventory' });
  const { data } = await reported(station);
  const attributes = data.flatMap(({ variableAttribute }) => variableAttribute);
  expect(attributes.length).toBeGreaterThan(0);
  expect(attributes.every(({ mutability }) => mutability !== 'ReadOnly')).toBe(true);
  station.sent.length = 0;
  station.model.write('Connector', 'AvailabilityState', 'Faulted', { evseId: 2, connectorId: 1 });
  station.model.write('Connector', 'Problem', 'true', { evseId: 2, connectorId: 1 });
  await ask(module.handlers, 'GetBaseReport', { requestId: 2, reportBase: 'SummaryInventory' });
  const summary = (await reported(station)).data.map(
    ({ component, variable: { name } }) => `${component.name} ${name}`,
  );
  expect(summary).toEqual([
    'ChargingStation AvailabilityState',
    'EVSE AvailabilityState',
    'EVSE AvailabilityState',
    'Connector AvailabilityState',
    'Connector Problem',
  ]);
  const without = setup({}, { summaryInventory: false });
  const answer = await ask(without.module.handlers, 'GetBaseReport', { requestId: 3, reportBase: 'SummaryInventory' });
  expect(answer).toEqual({ status: 'NotSupported' });
  expect((await reported(without.station)).messages).toEqual([]);
});

test.each([
  [{ componentVariable: [{ component: { name: 'EVSE' }, variable: { name: 'Power' } }] }, 2],
  [{ componentVariable: [{ component: { name: 'EVSE', evse: { id: 2 } }, variable: { name: 'Power' } }] }, 1],
  [{ componentVariable: [variable('DeviceDataCtrlr', 'ItemsPerMessage')] }, 3],
  [{ componentVariable: [variable('DeviceDataCtrlr', 'ItemsPerMessage', 'GetReport')] }, 1],
  [{ componentVariable: [{ component: { name: 'AuthCacheCtrlr' } }] }, 6],
  [{ componentVariable: [variable('Nonsense', 'X')] }, 0],
  [{ componentCriteria: ['Problem' as const] }, 0],
  [{ componentCriteria: ['Enabled' as const], componentVariable: [variable('AuthCacheCtrlr', 'Policy')] }, 1],
])('B08: %j selects %i variables', async (criteria, amount) => {
  const { station, module } = setup();
  const answer = await ask(module.handlers, 'GetReport', { requestId: 5, ...criteria });
  expect(answer).toEqual({ status: amount === 0 ? 'EmptyResultSet' : 'Accepted' });
  const { messages, data } = await reported(station);
  expect(data).toHaveLength(amount);
  expect(messages.every(({ requestId }) => requestId === 5)).toBe(true);
});

test('B08.FR.09: a component that is not enabled is left out, one without Enabled is in', async () => {
  const { station, module } = setup();
  station.model.write('AuthCacheCtrlr', 'Enabled', 'false');
  await ask(module.handlers, 'GetReport', { requestId: 5, componentCriteria: ['Enabled'] });
  const names = new Set((await reported(station)).data.map(({ component }) => component.name));
  expect(names.has('AuthCacheCtrlr')).toBe(false);
  expect(names.has('SecurityCtrlr')).toBe(true);
});

test('lists accept exactly their members, each at most once', () => {
  const members = ['A', 'B', 'C'];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...members, 'X')), (chosen) => {
      const fault = valueFault({ dataType: 'MemberList', valuesList: members }, chosen.join(','));
      expect(fault === undefined).toBe(!chosen.includes('X'));
    }),
  );
});
