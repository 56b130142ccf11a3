import { describe, expect, it } from 'vitest';
import { parsePath, parseValue } from '../../src/check/language/index.ts';
import { type Composition, compose, wordOf } from '../../src/harness/case/compose.ts';
import { holesIn, writeAt } from '../../src/harness/case/payload.ts';
import { schemaFaults } from '../../src/ocpp/index.ts';
import { resolver, rows, schemas, start } from '../check/context.ts';

const names: Readonly<Record<string, unknown>> = {
  'valid token': { idToken: '04AA', type: 'ISO14443' },
  connector: { id: 2, connectorId: 1 },
  evse: 2,
  evses: [1, 2],
  'client certificate': { certificate: 'PEM', key: 'KEY' },
  'message timeout': 30,
};

function composition(more: Partial<Composition> = {}) {
  const remembered = new Map<string, unknown>();
  const setting: Composition = {
    schemas,
    moment: { resolver: resolver(names), now: start, before: undefined },
    rateUnit: 'A',
    wattsPerAmpere: 690,
    remember: (name, value) => remembered.set(name, value),
    ...more,
  };
  return { setting, remembered };
}
const composed = (message: string, table: string, base = {}, more: Partial<Composition> = {}) =>
  compose(message, rows(table), composition(more).setting, base);

describe('writing at a path', () => {
  const written = (payload: Record<string, unknown>, path: string, value: unknown) => {
    writeAt(payload, parsePath(path), value);
    return payload;
  };

  it('makes what is on the way', () => {
    expect(written({}, 'a.b[1].c', 5)).toEqual({ a: { b: [undefined, { c: 5 }] } });
    expect(written({ a: { b: [{ c: 1 }] } }, 'a.b[0].d', 2)).toEqual({ a: { b: [{ c: 1, d: 2 }] } });
    expect(written({}, 'a[0]', 'x')).toEqual({ a: ['x'] });
  });

  it('lays an object over an object, and replaces anything else', () => {
    expect(written({ evse: { id: 1 } }, 'evse', { connectorId: 2 })).toEqual({ evse: { id: 1, connectorId: 2 } });
    expect(written({ list: [1, 2] }, 'list', [3])).toEqual({ list: [3] });
    expect(written({ a: { b: 1 } }, 'a', 'text')).toEqual({ a: 'text' });
  });

  it('takes away what is omitted, and makes nothing for it', () => {
    expect(written({ a: { b: 1, c: 2 } }, 'a.b', undefined)).toEqual({ a: { c: 2 } });
    expect(written({}, 'a.b', undefined)).toEqual({});
    expect(written({}, 'a[0].b', undefined)).toEqual({});
    expect(written({ a: [{ c: 1 }] }, 'a[1].b', undefined)).toEqual({ a: [{ c: 1 }] });
  });

  it('names the places that were left empty', () => {
    expect(holesIn(written({}, 'a.b[2].c', 5))).toEqual(['a.b[0]', 'a.b[1]']);
    expect(holesIn({ a: [{ b: [1] }] })).toEqual([]);
  });

  it('knows one definite place only', () => {
    expect(() => written({}, 'a[*].b', 1)).toThrow(/a\[\*\]\.b cannot be sent.*positions such as \[0\]/);
    expect(() => written({}, 'a[id=1].b', 1)).toThrow('cannot be sent');
  });
});

describe('a payload from a table', () => {
  it('has the types of the schema', () => {
    const payload = composed(
      'SetVariablesRequest',
      `| setVariableData[0].component.name | OCPPCommCtrlr |
       | setVariableData[0].variable.name  | HeartbeatInterval |
       | setVariableData[0].attributeValue | 60 |`,
    );
    expect(payload).toEqual({
      setVariableData: [
        { component: { name: 'OCPPCommCtrlr' }, variable: { name: 'HeartbeatInterval' }, attributeValue: '60' },
      ],
    });
    expect(schemaFaults('SetVariables', 'Request', payload)).toEqual([]);
    expect(composed('GetBaseReportRequest', '| requestId | 7 |')).toEqual({ requestId: 7 });
    expect(composed('GetReportRequest', '| requestId | <message timeout> |')).toEqual({ requestId: 30 });
    expect(composed('GetTransactionStatusResponse', '| messagesInQueue | false |')).toEqual({ messagesInQueue: false });
  });

  it('writes times as the standard does', () => {
    expect(composed('ReserveNowRequest', '| expiryDateTime | now + 5 minutes |')).toEqual({
      expiryDateTime: '2026-03-01T12:05:00.000Z',
    });
  });

  it('gives a fixture the shape that the field has', () => {
    expect(composed('AuthorizeRequest', '| idToken | <valid token> |')).toEqual({ idToken: names['valid token'] });
    expect(composed('RequestStartTransactionRequest', '| evseId | <evse> |')).toEqual({ evseId: 2 });
    expect(composed('RequestStartTransactionRequest', '| evseId | <connector> |')).toEqual({ evseId: 2 });
    expect(composed('StatusNotificationRequest', '| connectorId | <connector> |')).toEqual({ connectorId: 1 });
    expect(composed('TriggerMessageRequest', '| evse | <evse> |')).toEqual({ evse: { id: 2 } });
    expect(composed('TriggerMessageRequest', '| evse | <connector> |')).toEqual({ evse: names['connector'] });
  });

  it('gives a text field plain words', () => {
    const text = (cell: string) =>
      composed('SetVariablesRequest', `| setVariableData[0].attributeValue | ${cell} |`)['setVariableData'];
    expect(text('<evses>')).toEqual([{ attributeValue: '1,2' }]);
    expect(text('<valid token>')).toEqual([{ attributeValue: '04AA' }]);
    expect(text('[Authorized, EVConnected]')).toEqual([{ attributeValue: 'Authorized,EVConnected' }]);
    expect(() => text('<client certificate>')).toThrow('is no plain word');
  });

  it('reads Component.Variable where the schema wants component and variable', () => {
    expect(composed('GetReportRequest', '| componentVariable[0] | EVSE@1.Power |')).toEqual({
      componentVariable: [{ component: { name: 'EVSE', evse: { id: 1 } }, variable: { name: 'Power' } }],
    });
  });

  it('says charging limits in the rate unit of the fixtures', () => {
    const table = '| chargingProfile.chargingSchedule[0].chargingSchedulePeriod | 0 s: 6 A, 60 s: 10.05 A |';
    const periods = (rateUnit: 'A' | 'W') =>
      composed('SetChargingProfileRequest', table, {}, { rateUnit })['chargingProfile'];
    expect(periods('A')).toMatchObject({
      chargingSchedule: [
        {
          chargingSchedulePeriod: [
            { startPeriod: 0, limit: 6 },
            { startPeriod: 60, limit: 10.1 },
          ],
        },
      ],
    });
    expect(periods('W')).toMatchObject({
      chargingSchedule: [{ chargingSchedulePeriod: [{ limit: 4140 }, { limit: 6934.5 }] }],
    });
  });

  it('lies over the base and leaves the base as it was', () => {
    const base = { idTokenInfo: { status: 'Accepted', groupIdToken: { idToken: 'G', type: 'Central' } } };
    const table = `| idTokenInfo.status       | Blocked |
                   | idTokenInfo.groupIdToken | omitted |
                   | customData.vendorId      | omitted |`;
    expect(composed('AuthorizeResponse', table, base)).toEqual({ idTokenInfo: { status: 'Blocked' } });
    expect(base.idTokenInfo.status).toBe('Accepted');
  });

  it('remembers what was sent', () => {
    const { setting, remembered } = composition();
    compose('GetBaseReportRequest', rows('| requestId | 7 as <my report> |'), setting);
    expect(remembered).toEqual(new Map([['my report', 7]]));
  });

  it.each([
    ['| requestId | > 5 |', 'cannot be sent'],
    ['| requestId | 5 or 6 |', 'cannot be sent'],
    ['| requestId | present |', 'cannot be sent'],
    ['| componentVariable[1] | EVSE.Power |', 'componentVariable[0] is left empty'],
  ])('refuses %s', (table, why) => {
    expect(() => composed('GetReportRequest', table)).toThrow(why);
  });
});

describe('a word for a person', () => {
  const word = (text: string) => wordOf(parseValue(text), composition().setting.moment);

  it('is plain', () => {
    expect(word('Inoperative')).toBe('Inoperative');
    expect(word('<valid token>')).toBe('04AA');
    expect(word('<connector>')).toBe('2');
    expect(word('<message timeout>')).toBe('30');
    expect(word('now + 60 seconds')).toBe('2026-03-01T12:01:00.000Z');
  });

  it('is never a list or a thing without a name', () => {
    expect(() => word('[A, B]')).toThrow('cannot be said to an operator');
    expect(() => word('<client certificate>')).toThrow('is no plain word');
  });
});
