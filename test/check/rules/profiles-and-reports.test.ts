import { describe, expect, it } from 'vitest';
import { cellRules, type RuleContext } from '../../../src/check/rules/index.ts';
import { requiredVariables } from '../../../src/check/rules/required-variables.ts';
import { seen } from '../context.ts';

function judge(rule: string, value: unknown, context: RuleContext = {}): string | undefined {
  const found = cellRules[rule];
  if (found === undefined) throw new Error(`no rule ${rule}`);
  return found(value, context);
}
describe('charging profiles', () => {
  const period = { startPeriod: 0, limit: 6 };
  const schedule = {
    id: 1,
    startSchedule: '2026-03-01T12:00:00Z',
    duration: 300,
    chargingRateUnit: 'A',
    chargingSchedulePeriod: [period],
  };
  const profile = {
    id: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: [schedule],
  };
  const { startSchedule: _, ...unstarted } = schedule;
  const set = (chargingProfile: object, evseId = 1): RuleContext => ({
    observation: seen(5, 'SetChargingProfileRequest', { evseId, chargingProfile }),
  });
  const legal = (chargingProfile: object, evseId = 1, more: RuleContext = {}) =>
    judge('legal charging profile', chargingProfile, { ...set(chargingProfile, evseId), ...more });
  const withPeriods = (...chargingSchedulePeriod: object[]) => ({
    ...profile,
    chargingSchedule: [{ ...schedule, chargingSchedulePeriod }],
  });

  it('legal ones, odd ones included', () => {
    expect(legal(profile)).toBeUndefined();
    expect(legal({ ...profile, chargingProfileKind: 'Relative', chargingSchedule: [unstarted] })).toBeUndefined();
    expect(legal({ ...profile, chargingProfileKind: 'Recurring', recurrencyKind: 'Daily' })).toBeUndefined();
    expect(legal({ ...profile, chargingProfilePurpose: 'TxProfile', transactionId: 't' })).toBeUndefined();
    expect(
      legal(
        withPeriods({ startPeriod: 0, limit: 0 }, { startPeriod: 60, limit: 16.1, numberPhases: 1, phaseToUse: 2 }),
      ),
    ).toBeUndefined();
    const asked = [seen(1, 'NotifyEVChargingNeedsRequest', {})];
    expect(legal({ ...profile, chargingSchedule: [schedule, schedule] }, 1, { observations: asked })).toBeUndefined();
  });
  it.each<[string, object, number]>([
    ['K01.FR.03', { ...profile, chargingProfilePurpose: 'TxProfile' }, 1],
    ['K01.FR.16', { ...profile, chargingProfilePurpose: 'TxProfile', transactionId: 't' }, 0],
    ['K01.FR.19', withPeriods({ ...period, phaseToUse: 1 }), 1],
    ['K01.FR.22', { ...profile, chargingProfilePurpose: 'ChargingStationExternalConstraints' }, 0],
    ['K01.FR.31', withPeriods({ startPeriod: 1, limit: 6 }), 1],
    ['K01.FR.34', { ...profile, chargingSchedule: [schedule, schedule] }, 1],
    ['K01.FR.35', withPeriods(period, { startPeriod: 60, limit: 6 }, { startPeriod: 30, limit: 6 }), 1],
    ['K01.FR.36', { ...profile, validFrom: '2026-03-02T00:00:00Z', validTo: '2026-03-01T00:00:00Z' }, 1],
    [
      'K01.FR.38',
      {
        ...profile,
        chargingProfilePurpose: 'ChargingStationMaxProfile',
        chargingProfileKind: 'Relative',
        chargingSchedule: [unstarted],
      },
      0,
    ],
    ['K01.FR.40', { ...profile, chargingSchedule: [unstarted] }, 1],
    ['K01.FR.41', { ...profile, chargingProfileKind: 'Relative' }, 1],
    ['ChargingProfileType.transactionId', { ...profile, transactionId: 't' }, 1],
    ['ChargingProfileType.recurrencyKind', { ...profile, chargingProfileKind: 'Recurring' }, 1],
  ])('%s is broken', (requirement, chargingProfile, evseId) => {
    expect(legal(chargingProfile, evseId)).toMatch(new RegExp(`^${requirement.replaceAll('.', '\\.')}`));
  });
  it('kind suits purpose and startSchedule', () => {
    const rule = 'kind suits purpose and startSchedule';
    expect(judge(rule, profile)).toBeUndefined();
    expect(judge(rule, { ...profile, chargingSchedule: [unstarted] })).toMatch(/^K01\.FR\.40/);
    expect(judge(rule, undefined)).toMatch(/no charging profile/);
  });
  it('schedule as configured, limit 6 or 6000', () => {
    const rule = 'schedule as configured, limit 6 or 6000';
    const configured = { schedule: { chargingRateUnit: 'A', duration: 300, numberPhases: 3 } } as const;
    const watts = {
      ...profile,
      chargingSchedule: [
        {
          ...schedule,
          chargingRateUnit: 'W',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 6000, numberPhases: 3 }],
        },
      ],
    };
    expect(judge(rule, profile, configured)).toBeUndefined();
    expect(judge(rule, watts, {})).toBeUndefined();
    expect(judge(rule, watts, configured)).toMatch(/chargingRateUnit W/);
    expect(judge(rule, withPeriods({ startPeriod: 0, limit: 6000 }), configured)).toMatch(/limit 6000 A/);
    expect(judge(rule, withPeriods({ ...period, numberPhases: 1 }), configured)).toMatch(/numberPhases 1/);
    expect(judge(rule, withPeriods(period, { startPeriod: 60, limit: 6 }), configured)).toMatch(/2 periods/);
  });
  it('within the limits: below, equal, above between two starts', () => {
    const rule = 'within the limits';
    const limits = seen(1, 'SetChargingProfileRequest', {
      chargingProfile: withPeriods({ startPeriod: 0, limit: 16 }, { startPeriod: 60, limit: 8 }),
    });
    const told = (...chargingSchedulePeriod: object[]) =>
      judge(
        rule,
        { chargingRateUnit: 'A', chargingSchedulePeriod },
        { observations: [limits], observation: seen(2, 'NotifyEVChargingScheduleRequest', {}) },
      );
    expect(told({ startPeriod: 0, limit: 10 }, { startPeriod: 60, limit: 8 })).toBeUndefined();
    expect(told({ startPeriod: 0, limit: 6 })).toBeUndefined();
    expect(told({ startPeriod: 0, limit: 10 })).toMatch(/10 A at 60 s, the limit is 8/);
  });
});

describe('reports', () => {
  const entry = (name: string, more: object = {}) => {
    const [, component = '', variable = '', instance] = /^(\w+)\.(\w+)(?:\[(\w+)\])?$/.exec(name) ?? [];
    const characteristics = { dataType: 'string', supportsMonitoring: false };
    return {
      component: { name: component },
      variable: { name: variable, ...(instance === undefined ? {} : { instance }) },
      variableAttribute: [{ value: 'x' }],
      variableCharacteristics: characteristics,
      ...more,
    };
  };
  it('mandatory variables present: all, more than all (odd), one missing, settable ones of a ConfigurationInventory', () => {
    const rule = 'mandatory variables present';
    const all = requiredVariables.map(({ name }) => entry(name));
    expect(judge(rule, all)).toBeUndefined();
    expect(judge(rule, [...all, entry('Vendor.Thing')])).toBeUndefined();
    expect(judge(rule, all.slice(1))).toBe('B07.FR.08: the report lacks AlignedDataCtrlr.Interval');
    const asked = {
      observations: [seen(1, 'GetBaseReportRequest', { reportBase: 'ConfigurationInventory' })],
      observation: seen(2, 'NotifyReportRequest', {}),
    };
    const settable = requiredVariables.filter((each) => each.settable).map(({ name }) => entry(name));
    expect(judge(rule, settable, asked)).toBeUndefined();
    expect(judge(rule, settable.slice(1), asked)).toMatch(/^B07\.FR\.07/);
  });
  it('every variable can be set: ReadWrite, mutability left out (odd), ReadOnly, empty report', () => {
    const rule = 'every variable can be set';
    const of = (...mutability: (string | undefined)[]) =>
      mutability.map((each) => entry('A.B', { variableAttribute: [each === undefined ? {} : { mutability: each }] }));
    expect(judge(rule, of('ReadWrite', 'WriteOnly', undefined))).toBeUndefined();
    expect(judge(rule, of('ReadWrite', 'ReadOnly'))).toBe('B07.FR.07: not to be set: A.B');
    expect(judge(rule, [])).toMatch(/empty/);
  });
  const value = (text: string | undefined, variableCharacteristics: object, more: object = {}) =>
    judge('values fit characteristics', [
      entry('A.B', {
        variableAttribute: [{ ...(text === undefined ? {} : { value: text }), ...more }],
        variableCharacteristics,
      }),
    ]);
  it.each<[string | undefined, object]>([
    ['5', { dataType: 'integer', minLimit: 0, maxLimit: 5 }],
    ['5.5', { dataType: 'decimal' }],
    ['', { dataType: 'integer' }],
    [undefined, { dataType: 'boolean' }],
    ['b, a', { dataType: 'MemberList', valuesList: 'a,b,c' }],
    ['2026-03-01T12:00:00Z', { dataType: 'dateTime' }],
  ])('%j fits %j', (text, characteristics) => {
    expect(value(text, characteristics)).toBeUndefined();
  });
  it.each<[string, object, RegExp]>([
    ['6', { dataType: 'integer', maxLimit: 5 }, /above maxLimit 5/],
    ['five', { dataType: 'integer' }, /is no integer/],
    ['True', { dataType: 'boolean' }, /is no boolean/],
    ['d', { dataType: 'OptionList', valuesList: 'a,b' }, /d is not in the list/],
    ['a', { dataType: 'OptionList' }, /without valuesList/],
    ['xxx', { dataType: 'string', maxLimit: 2 }, /above maxLimit/],
  ])('%j breaks %j', (text, characteristics, reason) => {
    expect(value(text, characteristics)).toMatch(reason);
  });
  it('a WriteOnly variable shows no value, an entry has characteristics', () => {
    expect(value('x', { dataType: 'string' }, { mutability: 'WriteOnly' })).toMatch(/WriteOnly/);
    expect(judge('values fit characteristics', [entry('A.B', { variableCharacteristics: undefined })])).toMatch(
      /no characteristics/,
    );
  });
});
