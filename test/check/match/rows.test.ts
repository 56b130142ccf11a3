import { describe, expect, it } from 'vitest';
import { TestDesignError } from '../../../src/check/language/index.ts';
import { expandEach, isSelector, judgeRows, selects } from '../../../src/check/match/index.ts';
import { context, resolver, rows, seen, start } from '../context.ts';

const mark = { at: start };
function misses(
  table: string,
  name: string,
  fields: Record<string, unknown>,
  names: Record<string, unknown> = {},
  more = {},
) {
  return judgeRows(rows(table), seen(5, name, fields), context(names, more), mark).mismatches.map(({ path }) => path);
}
const fits = (cell: string, value: unknown, names: Record<string, unknown> = {}) =>
  misses(`| actualValue | ${cell} |`, 'monitoring event', value === undefined ? {} : { actualValue: value }, names)
    .length === 0;

describe('values', () => {
  it.each<[string, unknown, boolean]>([
    ['Accepted', 'Accepted', true],
    ['Accepted', 'accepted', false],
    ['Accepted or Rejected', 'Rejected', true],
    ['300', 300, true],
    ['300', '300', true],
    ['8.0', 8, true],
    ['8.0', 8.04, true],
    ['8.0', 8.1, false],
    ['8', 9, false],
    ['3.31', 3.31, true],
    ['3.31', 3.32, false],
    ['true', true, true],
    ['true', 'true', true],
    ['true', false, false],
    ['Sample.Periodic', 'Sample.Periodic', true],
    ['present', 0, true],
    ['present', undefined, false],
    ['omitted', undefined, true],
    ['omitted or false', false, true],
    ['omitted or false', true, false],
    ['not empty', 'x', true],
    ['not empty', '', false],
    ['not empty', undefined, false],
    ['empty', [], true],
    ['not x', undefined, false],
    ['not x', 'y', true],
    ['not not x', 'x', true],
    ['not omitted', undefined, false],
    ['not present', undefined, true],
    ['> 5', 6, true],
    ['> 5', '5.5', true],
    ['> 5', 5, false],
    ['>= 1.2', 'TLSv1.2', true],
    ['>= 1.2', 'TLSv1.1', false],
    ['< 5', undefined, false],
    ['< 5', 'warm', false],
    ['10 +- 2', 12, true],
    ['10 +- 2', 12.5, false],
    ['2 items', ['a', 'b'], true],
    ['2 items', 'a,b', true],
    ['>= 3 items', ['a', 'b'], false],
    ['1 item', 5, true],
    ['contains b', 'a, b', true],
    ['contains b', 'a,bc', false],
    ['contains 2', [1, 2], true],
    ['lacks b', ['a'], true],
    ['lacks b', undefined, false],
    ['lacks a', ['a'], false],
    ['same set as [a, b]', 'b,a', true],
    ['same set as [a, b]', ['a', 'b', 'c'], false],
    ['[a, b]', 'a,b', true],
    ['[a, b]', 'b,a', false],
    ['[a, b]', ['a', 'b'], true],
    ['2026-03-01T12:00:05Z', '2026-03-01T12:00:08.500Z', true],
    ['2026-03-01T12:00:05Z', '2026-03-01T12:00:10Z', false],
    ['after now', '2026-03-01T12:00:06Z', true],
    ['after now', '2026-03-01T12:00:05Z', false],
    ['before now', '2026-03-01T12:00:04Z', true],
    ['about now', '2026-03-01T12:00:02Z', true],
    ['now + 60 seconds +- 10 seconds', '2026-03-01T12:01:14Z', true],
    ['now + 60 seconds +- 10 seconds', '2026-03-01T12:01:16Z', false],
    ['300 seconds', 300, true],
    ['5 minutes', 300, true],
  ])('%s against %j: %s', (cell, value, expected) => {
    expect(fits(cell, value)).toBe(expected);
  });

  it('compares references, sums and lists with their values now', () => {
    expect(fits('<security profile> + 1', 3, { 'security profile': 2 })).toBe(true);
    expect(fits('2 * <aligned interval> + 1', 121, { 'aligned interval': 60 })).toBe(true);
    expect(fits('> <upper threshold>', '33.0', { 'upper threshold': 32 })).toBe(true);
    expect(fits('same set as <valid tokens>', ['b', 'a'], { 'valid tokens': 'a,b' })).toBe(true);
    expect(fits('contains <active slot>', '1,2', { 'active slot': 2 })).toBe(true);
    expect(fits('[<inactive slot>, <active slot>]', '2,1', { 'active slot': 1, 'inactive slot': 2 })).toBe(true);
  });

  it('a reference without value is marked, never met, and never met by negation', () => {
    for (const cell of ['<evse>', 'not <evse>', '> <evse>', 'lacks <evse>']) {
      const { mismatches } = judgeRows(
        rows(`| actualValue | ${cell} |`),
        seen(1, 'monitoring event', { actualValue: 1 }),
        context(),
        mark,
      );
      expect(mismatches).toMatchObject([{ unresolved: true }]);
    }
  });

  it('"about" is for times', () => {
    expect(() => fits('about 30', 30)).toThrow(TestDesignError);
  });
});

describe('typing by the schema of the field', () => {
  it('a number as text is no number, a boolean as text no boolean', () => {
    expect(misses('| interval | 300 |', 'BootNotificationResponse', { interval: '300' })).toEqual(['interval']);
    expect(misses('| interval | 300 |', 'BootNotificationResponse', { interval: 300 })).toEqual([]);
    expect(misses('| tbc | false |', 'NotifyReportRequest', { tbc: 'false' })).toEqual(['tbc']);
  });
  it('an id token is compared without case, its type exactly, more fields do not matter', () => {
    const names = { 'valid token': { idToken: 'AB12', type: 'ISO14443' } };
    expect(
      misses(
        '| idToken | <valid token> |',
        'AuthorizeRequest',
        { idToken: { idToken: 'ab12', type: 'ISO14443', x: 1 } },
        names,
      ),
    ).toEqual([]);
    expect(
      misses(
        '| idToken | <valid token> |',
        'AuthorizeRequest',
        { idToken: { idToken: 'ab12', type: 'ISO15693' } },
        names,
      ),
    ).toEqual(['idToken']);
  });
  it('a component and variable: what is not written must be absent', () => {
    const table = '| getVariableData[0] | EVSE@1.AvailabilityState |';
    const at = (component: object) => ({ getVariableData: [{ component, variable: { name: 'AvailabilityState' } }] });
    expect(misses(table, 'GetVariablesRequest', at({ name: 'EVSE', evse: { id: 1 } }))).toEqual([]);
    expect(misses(table, 'GetVariablesRequest', at({ name: 'EVSE', evse: { id: 1, connectorId: 1 } }))).toHaveLength(1);
    expect(misses(table, 'GetVariablesRequest', at({ name: 'EVSE' }))).toHaveLength(1);
    expect(misses(table, 'GetVariablesRequest', at({ name: 'EVSE', evse: { id: 1 }, instance: 'x' }))).toHaveLength(1);
  });
  it('a bare number names an EVSE, or a connector in the view', () => {
    expect(
      misses('| evse | <evse> |', 'ChangeAvailabilityRequest', { evse: { id: 2, connectorId: 1 } }, { evse: 2 }),
    ).toEqual([]);
    expect(misses('| connector | 1 |', 'connector status', { connector: { id: 2, connectorId: 1 } })).toEqual([]);
    expect(misses('| connector | 2 |', 'connector status', { connector: { id: 2, connectorId: 1 } })).toEqual([
      'connector',
    ]);
  });
  it('text for people is searched, lists are not', () => {
    const table = '| message.message.content | contains one moment |';
    expect(
      misses(table, 'SetDisplayMessageRequest', { message: { message: { content: 'please wait one moment' } } }),
    ).toEqual([]);
  });
});

describe('paths', () => {
  const results = {
    setMonitoringResult: [
      { type: 'Delta', status: 'Accepted' },
      { type: 'UpperThreshold', status: 'Rejected' },
    ],
  };
  it('by position, every, key', () => {
    const name = 'SetVariableMonitoringResponse';
    expect(misses('| setMonitoringResult[0].status | Accepted |', name, results)).toEqual([]);
    expect(misses('| setMonitoringResult[*].status | Accepted |', name, results)).toEqual([
      'setMonitoringResult[1].status',
    ]);
    expect(misses('| setMonitoringResult[type=UpperThreshold].status | Rejected |', name, results)).toEqual([]);
    expect(misses('| setMonitoringResult[type=LowerThreshold].status | Rejected |', name, results)).toEqual([
      'setMonitoringResult[?].status',
    ]);
  });
  it('[*] over nothing is not met by accident', () => {
    expect(misses('| setMonitoringResult[*].status | Accepted |', 'SetVariableMonitoringResponse', {})).toHaveLength(1);
    expect(
      misses('| setMonitoringResult[*].status | not Rejected |', 'SetVariableMonitoringResponse', {
        setMonitoringResult: [],
      }),
    ).toHaveLength(1);
    expect(misses('| setMonitoringResult[*].status | omitted |', 'SetVariableMonitoringResponse', {})).toEqual([]);
  });
  it('the same letter is the same element, different letters are different ones', () => {
    const table = (a: string, b: string) => `| setMonitoringResult[a].type | ${a} |
      | setMonitoringResult[a].status | Rejected |
      | setMonitoringResult[b].type | ${b} |`;
    const name = 'SetVariableMonitoringResponse';
    expect(misses(table('UpperThreshold', 'Delta'), name, results)).toEqual([]);
    expect(misses(table('Delta', 'UpperThreshold'), name, results)).toEqual(['setMonitoringResult[0].status']);
    expect(misses(table('UpperThreshold', 'UpperThreshold'), name, results).length).toBeGreaterThan(0);
  });
});

describe('what rows remember and refer to', () => {
  it('remembers the value matched and knows it in the rows below', () => {
    const { mismatches, remembered } = judgeRows(
      rows(`| eventId | present as <no> |
            | severity | <no> |`),
      seen(1, 'monitoring event', { eventId: 4, severity: 4 }),
      context(),
      mark,
    );
    expect(mismatches).toEqual([]);
    expect(remembered.get('no')).toBe(4);
  });
  it('looks for messages before the one that is matched', () => {
    const asked: unknown[] = [];
    const more = { resolver: resolver({}, { message: (...all) => asked.push(all) + 6 }) };
    expect(
      misses('| requestId | not <GetLogRequest.requestId> |', 'GetLogRequest', { requestId: 7 }, {}, more),
    ).toEqual(['requestId']);
    expect(asked[0]).toEqual(['GetLogRequest', 'last', [{ name: 'requestId' }], 5]);
  });
  it('collects every mismatch, with expected values in words', () => {
    const { mismatches } = judgeRows(
      rows(`| status | Rejected |
            | interval | <heartbeat interval> |`),
      seen(1, 'BootNotificationResponse', { status: 'Accepted' }),
      context({ 'heartbeat interval': 60 }),
      mark,
    );
    expect(mismatches).toEqual([
      { row: 1, path: 'status', expected: 'Rejected', actual: '"Accepted"' },
      { row: 2, path: 'interval', expected: '<heartbeat interval> (<heartbeat interval> = 60)', actual: 'absent' },
    ]);
  });
  it('gap counts seconds since the previous match, by own time where both have one', () => {
    const table = rows('| gap | about 30 |');
    expect(judgeRows(table, seen(1, 'x', {}, 33), context(), mark).mismatches).toEqual([]);
    expect(judgeRows(table, seen(1, 'x', {}, 36), context(), mark).mismatches).toMatchObject([
      { path: 'gap', actual: '36' },
    ]);
    const late = { ...seen(1, 'x', {}, 500), ownTime: start + 30_000 };
    expect(judgeRows(table, late, context(), { at: start, ownTime: start }).mismatches).toEqual([]);
  });
});

describe('selectors', () => {
  it('declared fields and where rows choose, the rest is judged', () => {
    const table = rows(`| triggerReason | Authorized |
      | eventType | Started |
      | where offline | omitted or false |`);
    expect(table.map((row) => isSelector('TransactionEventRequest', row))).toEqual([true, false, true]);
    const event = (fields: object) => seen(1, 'TransactionEventRequest', { ...fields });
    expect(selects(table, event({ triggerReason: 'Authorized', eventType: 'Ended' }), context(), mark)).toBe(true);
    expect(selects(table, event({ triggerReason: 'Deauthorized' }), context(), mark)).toBe(false);
    expect(selects(table, event({ triggerReason: 'Authorized', offline: true }), context(), mark)).toBe(false);
  });
  it('a count is never a selector; evse of a CSMS request is judged', () => {
    const [count] = rows('| getVariableData | 2 items |');
    const [evse] = rows('| evseId | 1 |');
    expect(count && isSelector('GetVariablesRequest', count)).toBe(false);
    expect(evse && isSelector('SetChargingProfileRequest', evse)).toBe(false);
  });
});

describe('each of', () => {
  const moment = (names: Record<string, unknown>) => ({ resolver: resolver(names), now: start, before: undefined });
  it('zips lists of one length', () => {
    const table = rows(`| evse.id | each of <all evses> |
      | transactionInfo.transactionId | each of <all transaction ids> |`);
    const expanded = expandEach(table, moment({ 'all evses': [1, 2], 'all transaction ids': ['a', 'b'] }));
    const names = { 'all evses': [1, 2], 'all transaction ids': ['a', 'b'] };
    const event = seen(1, 'TransactionEventRequest', { evse: { id: 2 }, transactionInfo: { transactionId: 'b' } });
    expect(expanded.map((each) => judgeRows(each, event, context(names), mark).mismatches.length)).toEqual([2, 0]);
    expect(() => expandEach(table, moment({ 'all evses': [1, 2], 'all transaction ids': ['a'] }))).toThrow(/1 members/);
    expect(() => expandEach(table, moment({}))).toThrow(/is no list/);
    expect(expandEach(table, moment({ 'all evses': [], 'all transaction ids': [] }))).toEqual([]);
  });
});
