import { describe, expect, it } from 'vitest';
import { TestDesignError } from '../../src/check/language/index.ts';
import { withinMs } from '../../src/harness/case/deadlines.ts';
import { echoOf } from '../../src/harness/case/response-echo.ts';
import { Arguments } from '../../src/harness/case/sentence.ts';
import { type Action, allActions, schemaFaults } from '../../src/ocpp/index.ts';
import { ofStation } from '../peer/station-messages.ts';
import { makeCase } from './case-bench.ts';

describe('the parameters of a sentence', () => {
  it('are read in the shapes that steps/ gives them', () => {
    const args = new Arguments([
      'the CSMS',
      { amount: 'at least 2', names: ['ResetRequest'] },
      { which: 'the next', count: 2, name: 'ResetRequest' },
      { kind: 'for', span: '5 seconds' },
      { name: 'Authorized', mode: 'remote' },
      ['B01.FR.01'],
      { rows: [['a', 'b']] },
    ]);
    expect(args.actor(0)).toBe('the CSMS');
    expect(args.amount(1)).toEqual({ amount: 'at least 2', names: ['ResetRequest'] });
    expect(args.selection(2)).toEqual({ which: 'the next', count: 2, name: 'ResetRequest' });
    expect(args.window(3)).toEqual({ kind: 'for', span: '5 seconds' });
    expect(args.state(4)).toEqual({ name: 'Authorized', mode: 'remote' });
    expect(args.requirements(5)).toEqual(['B01.FR.01']);
    expect(args.table).toEqual([['a', 'b']]);
    expect(args.demandedTable).toEqual([['a', 'b']]);
  });

  it('may be left out where the sentence says so', () => {
    const args = new Arguments(['the Charging Station', undefined, '', { name: 'Booted', mode: undefined }]);
    expect(args.window(1)).toBeUndefined();
    expect(args.optional(1)).toBeUndefined();
    expect(args.optional(2)).toBeUndefined();
    expect(args.state(3)).toEqual({ name: 'Booted' });
    expect(args.requirements(4)).toEqual([]);
    expect(args.flag(1)).toBe(false);
    expect(args.table).toBeUndefined();
  });

  it.each([
    ['text', (args: Arguments) => args.text(0), 'parameter 1 is no text'],
    ['message', (args: Arguments) => args.amount(0), 'parameter 1 names no message'],
    ['selection', (args: Arguments) => args.selection(0), 'parameter 1 selects nothing'],
    ['state', (args: Arguments) => args.state(0), 'parameter 1 names no state'],
    ['table', (args: Arguments) => args.demandedTable, 'the sentence has no table'],
  ])('a wrong %s is a mistake of steps/', (_what, read, why) => {
    const reading = () => read(new Arguments([5]));
    expect(reading).toThrow(TestDesignError);
    expect(reading).toThrow(why);
  });
});

describe('how long a sentence waits', () => {
  const deadlines = { connection: 1, boot: 2, response: 3, message: 4, transaction: 5, file: 6, rig: 7 };
  const made = () => makeCase('station', { config: { deadlines } });

  it.each([
    ['BootNotificationRequest', 2],
    ['connection attempt', 2],
    ['disconnection', 2],
    ['SecurityEventNotificationRequest', 2],
    ['TransactionEventRequest', 5],
    ['FirmwareStatusNotificationRequest', 6],
    ['LogStatusNotificationRequest', 6],
    ['file download', 6],
    ['CALLERROR', 3],
    ['ResetResponse', 3],
    ['BootNotificationResponse', 3],
    ['TransactionEventResponse', 3],
    ['FirmwareStatusNotificationResponse', 3],
    ['StatusNotificationRequest', 4],
    ['connector status', 4],
  ])('%s: %i s', (name, seconds) => {
    expect(withinMs(made().run, [name], undefined)).toBe(seconds * 1000);
  });

  it('its own window counts before everything, durations by name too', () => {
    const { run } = made();
    expect(withinMs(run, ['ResetResponse'], { kind: 'within', span: '90 seconds' })).toBe(90_000);
    const span = '2 * <message timeout> + 5 seconds';
    expect(withinMs(run, ['ResetResponse'], { kind: 'within', span })).toBe(65_000);
  });

  it('of several names the longest', () => {
    expect(withinMs(made().run, ['ResetResponse', 'FirmwareStatusNotificationRequest'], undefined)).toBe(6000);
  });

  it('a device that boots may take that long to say anything', () => {
    const { run } = makeCase('station', { config: { deadlines: { ...deadlines, boot: 100 } } });
    run.progress.booting = true;
    expect(withinMs(run, ['StatusNotificationRequest'], undefined)).toBe(100_000);
    expect(withinMs(run, ['ResetResponse'], undefined)).toBe(3000);
  });
});

describe('what an answer of our station repeats of its request', () => {
  const component = { name: 'EVSE', evse: { id: 1 } };
  const variable = { name: 'Power', instance: 'x' };
  const requests: Readonly<Partial<Record<Action, Record<string, unknown>>>> = {
    SetVariables: { setVariableData: [{ component, variable, attributeValue: '5', attributeType: 'Target' }] },
    GetVariables: {
      getVariableData: [
        { component, variable, attributeType: 'Target' },
        { component, variable },
      ],
    },
    SetVariableMonitoring: {
      setMonitoringData: [{ component, variable, type: 'Delta', severity: 4, value: 1 }],
    },
    ClearVariableMonitoring: { id: [3, 4] },
  };
  /** DataTransfer goes both ways. */
  const ofCsms = allActions.filter((action) => !ofStation.includes(action) || action === 'DataTransfer');

  it.each(ofCsms)('%s: the answer fits its schema', (action) => {
    const echo = echoOf(action, requests[action] ?? {}, () => 0);
    expect(schemaFaults(action, 'Response', echo)).toEqual([]);
  });

  it('every variable with its place and attribute', () => {
    expect(echoOf('GetVariables', requests.GetVariables ?? {}, () => 0)['getVariableResult']).toMatchObject([
      { component, variable, attributeType: 'Target' },
      { component, variable },
    ]);
    expect(echoOf('SetVariables', requests.SetVariables ?? {}, () => 0)['setVariableResult']).toMatchObject([
      { component, variable, attributeType: 'Target', attributeStatus: 'Accepted' },
    ]);
    expect(echoOf('ClearVariableMonitoring', requests.ClearVariableMonitoring ?? {}, () => 0)).toEqual({
      clearMonitoringResult: [
        { id: 3, status: 'Accepted' },
        { id: 4, status: 'Accepted' },
      ],
    });
  });
});
