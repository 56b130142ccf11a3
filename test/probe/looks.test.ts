import { describe, expect, it } from 'vitest';
import { picsTerms } from '../../src/catalogue/index.ts';
import { answered, type DeviceVariable, Inventory, reported } from '../../src/probe/inventory.ts';
import { learnedFrom, tellable } from '../../src/probe/station-looks.ts';

const variable = (name: string, more: Partial<DeviceVariable> = {}): DeviceVariable => {
  const [component = '', variableName = ''] = name.split('.');
  return { component, variable: variableName, writable: false, ...more };
};
const told = (variables: readonly DeviceVariable[], complete = true) =>
  Object.fromEntries(
    [...learnedFrom(new Inventory('test', variables, complete))].map(([term, { answer }]) => [term, answer]),
  );

it('only terms of the catalogue are told', () => {
  expect(tellable.filter((term) => !picsTerms().includes(term))).toEqual([]);
});

describe('a list of start points', () => {
  const point = (more: Partial<DeviceVariable>) => told([variable('TxCtrlr.TxStartPoint', more)]);

  it('is what it can be set to, where the device lists that', () => {
    const found = point({ writable: true, value: 'EVConnected', choices: ['EVConnected', 'Authorized'] });
    expect(found).toMatchObject({ 'C-09.1': true, 'C-09.2': true, 'C-09.4': false, 'C-51': true, 'C-09': true });
  });
  it('is what it is, where it cannot be set', () => {
    const found = point({ value: 'EVConnected, Authorized' });
    expect(found).toMatchObject({ 'C-09.1': true, 'C-09.2': true, 'C-09.5': false, 'C-51': false });
  });
  it('leaves the others open, where the device lists nothing', () => {
    const found = point({ writable: true, value: 'EVConnected' });
    expect(found).toMatchObject({ 'C-09.1': true, 'C-51': true });
    expect(found['C-09.2']).toBeUndefined();
  });
});

describe('a boolean', () => {
  const name = 'OCPPCommCtrlr.UnlockOnEVSideDisconnect';
  it('that can be set supports both values', () => {
    expect(told([variable(name, { writable: true, value: 'false' })])).toMatchObject({
      'C-12.1': true,
      'C-12.2': true,
    });
  });
  it('that is read-only supports the one it has', () => {
    expect(told([variable(name, { value: 'false' })])).toMatchObject({ 'C-12.1': false, 'C-12.2': true });
  });
});

describe('what is not reported', () => {
  it('is not there after a whole inventory', () => {
    expect(told([])).toMatchObject({ 'C-49': false, SmartCharging: false, LocalAuthList: false, 'C-53': false });
  });
  it('is unknown after anything less', () => {
    expect(told([], false)).toEqual({});
    expect(told([variable('AuthCtrlr.AuthorizeRemoteStart', { value: 'true' })], false)).toEqual({
      'C-48': true,
      'C-48.1': true,
    });
  });
  it('does not deny what no variable shows', () => {
    const found = told([]);
    for (const term of ['C-13', 'C-30', 'C-35', 'C-43', 'C-57', 'C-60', 'HFS-10', 'AQ-1', 'AQ-18', 'AdvancedSecurity'])
      expect([term, found[term]]).toEqual([term, undefined]);
  });
});

describe('a functional block', () => {
  it('is there when its controller says so, whatever the spelling of the name', () => {
    expect(told([variable('smartchargingctrlr.available', { value: 'true' })])['SmartCharging']).toBe(true);
    expect(told([variable('SmartChargingCtrlr.Available', { value: 'false' })])['SmartCharging']).toBe(false);
  });
  it('is a question when its controller does not say', () => {
    expect(told([variable('SmartChargingCtrlr.RateUnit', { value: 'A' })])).not.toHaveProperty('SmartCharging');
  });
  it('needs both controllers where Part 5 names two', () => {
    const display = variable('DisplayMessageCtrlr.Available', { value: 'true' });
    expect(told([display])['AdvancedUserInterface']).toBe(false);
    const tariff = ['Tariff', 'Cost'].map((instance) =>
      variable('TariffCostCtrlr.Available', { instance, value: 'true' }),
    );
    expect(told([display, ...tariff])['AdvancedUserInterface']).toBe(true);
  });
});

describe('hardware', () => {
  const outlet = (evse: number, type: string, phases: string) => [
    variable('EVSE.SupplyPhases', { evse, value: phases }),
    variable('Connector.ConnectorType', { evse, connector: 1, value: type }),
  ];
  it('shows in connectors and phases', () => {
    expect(told([...outlet(1, 'sType2', '3'), ...outlet(2, 'cCCS2', '0')])).toMatchObject({
      'HFS-1': true,
      'HFS-2': true,
      'HFS-3': true,
      'HFS-4': true,
      'HFS-7': true,
      'HFS-8 > 1': true,
      'AQ-9': true,
      'AQ-18': true,
      'Mode 1/2-only Charging Station': false,
    });
  });
  it('of a connector type that says nothing is a question', () => {
    const found = told(outlet(1, 'Undetermined', '1'));
    expect([found['HFS-1'], found['HFS-2'], found['AQ-9']]).toEqual([undefined, undefined, undefined]);
    expect(found['HFS-8 > 1']).toBe(false);
  });
  it('of a domestic socket may serve mode 1 or 2 only', () => {
    expect(told(outlet(1, 's309-1P-16A', '1'))).not.toHaveProperty('Mode 1/2-only Charging Station');
  });
});

describe('reading frames', () => {
  it('takes what a report says, with the defaults of the schema', () => {
    expect(
      reported({
        component: { name: 'EVSE', evse: { id: 2 } },
        variable: { name: 'AllowReset' },
        variableAttribute: [{ type: 'Target', value: '1' }, { value: 'true' }],
        variableCharacteristics: { dataType: 'OptionList', supportsMonitoring: false, valuesList: 'a, b' },
      }),
    ).toEqual({
      component: 'EVSE',
      variable: 'AllowReset',
      evse: 2,
      value: 'true',
      writable: true,
      choices: ['a', 'b'],
      monitorable: false,
    });
  });
  it('survives what no schema allows', () => {
    expect(reported(null)).toMatchObject({ component: '', variable: '' });
    expect(reported({ component: 7, variableAttribute: 'x' })).toMatchObject({ component: '' });
    expect(answered({ attributeStatus: 'UnknownVariable' })).toBeUndefined();
  });
});
