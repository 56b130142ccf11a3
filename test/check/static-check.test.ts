import { describe, expect, it } from 'vitest';
import { nearest, parsePath, TestDesignError } from '../../src/check/language/index.ts';
import { parseConfiguration, parseKeys, parseVertical, parseWide } from '../../src/check/language/table.ts';
import { intents, isKnown, keys } from '../../src/check/names.ts';
import { checkRow } from '../../src/check/static-check.ts';
import { rows, schemas } from './context.ts';

function check(event: string, table: string, sending = false, request?: string) {
  const scope = { remembered: new Set<string>() };
  for (const row of rows(table))
    checkRow(schemas, event, row, scope, { sending, ...(request === undefined ? {} : { request }) });
}

describe('rows against the official schemas', () => {
  it.each<[string, string]>([
    ['SetVariablesRequest', '| setVariableData[0] | OCPPCommCtrlr.OfflineThreshold |'],
    ['SetVariablesRequest', '| setVariableData[OCPPCommCtrlr.OfflineThreshold].attributeValue | 300 |'],
    ['SetVariableMonitoringResponse', '| setMonitoringResult[type=Delta].status | Accepted |'],
    ['MeterValuesRequest', '| meterValue[0].sampledValue[*].context | Sample.Clock |'],
    ['GetCompositeScheduleResponse', '| schedule.chargingSchedulePeriod | 0 s: 6 A |'],
    ['BootNotificationRequest', '| customData.anything | 5 |'],
    ['monitoring event', '| variable | <threshold variable> |'],
    ['meter reading', '| where carrier.eventType | Ended |'],
    ['CALLERROR', '| errorCode | FormationViolation |'],
    ['UpdateFirmwareRequest', '| firmware.retrieveDateTime | now - 2 hours |'],
  ])('%s %s', (event, table) => {
    expect(() => check(event, table)).not.toThrow();
  });

  it.each<[string, string, RegExp]>([
    ['GetChargingProfilesRequest', '| evse | 1 |', /has no field evse \(did you mean "evseId"\?\)/],
    ['PublishFirmwareStatusNotificationRequest', '| status | DownloadPlanned |', /is not one of its values/],
    ['SendLocalListRequest', '| versionNumber | two |', /is no number/],
    ['SendLocalListRequest', '| versionNumber | "2" |', /is no number/],
    ['GetReportRequest', '| componentCriteria | Problem |', /is a list/],
    ['GetReportRequest', '| componentVariable.component | x |', /is a list; expected an index/],
    ['NotifyReportRequest', '| tbc | no |', /is no boolean/],
    ['SetDisplayMessageRequest', '| message.endDateTime | in sixty seconds |', /is no time/],
    ['SetDisplayMessageRequest', '| message.id | contains 3 |', /is integer, not a list or text/],
    ['BootNotificationRequest', '| reason[0] | PowerUp |', /reason is no list/],
    ['SetVariableMonitoringResponse', '| setMonitoringResult[type=Delto].status | Accepted |', /type=Delto/],
    ['SetVariableMonitoringResponse', '| setMonitoringResult[tipe=Delta].status | Accepted |', /no key tipe/],
    ['BootNotificationResponse', '| interval | <conector> |', /unknown name <conector> \(did you mean "connector"\?\)/],
    [
      'BootNotificationResponse',
      '| interval | <ReserveNowRequest.expiry> |',
      /<ReserveNowRequest.expiry>: ReserveNowRequest has no field expiry/,
    ],
    [
      'SignCertificateRequest',
      '| csr | obeys "valid CRS" |',
      /unknown rule "valid CRS" \(did you mean "valid CSR"\?\)/,
    ],
    ['SignCertificateRequest', '| csr | present as <evse> |', /name of a fixture/],
    [
      'BootNotificationRequests',
      '| reason | PowerUp |',
      /no message BootNotificationRequests \(did you mean "BootNotificationRequest"\?\)/,
    ],
    ['monitoring event', '| varable | x |', /has no field varable \(did you mean "variable"\?\)/],
    ['disconnection', '| cause.x | y |', /has no parts/],
    ['message', '| x | y |', /has no fields/],
    ['connection attempt', '| gap | abut |', /gap is a duration/],
    ['NotifyEventRequest', '| eventData[0] | 0 s: 6 A |', /has no schedule periods/],
    ['BootNotificationRequest', '| chargingStation | A.B |', /is no component and variable/],
  ])('%s %s is rejected', (event, table, reason) => {
    expect(() => check(event, table)).toThrow(TestDesignError);
    expect(() => check(event, table)).toThrow(reason);
  });

  it('what is sent is definite, except where it looks at the request', () => {
    expect(() => check('ChangeAvailabilityRequest', '| operationalStatus | Inoperative or Operative |', true)).toThrow(
      /cannot be sent/,
    );
    expect(() =>
      check('AuthorizeResponse', '| where idToken.type | not Central |', true, 'AuthorizeRequest'),
    ).not.toThrow();
  });

  it('a remembered name is known in the rows below', () => {
    const table = (first: string) => `| requestId | ${first} |
      | log.remoteLocation | <first log> |`;
    expect(() => check('GetLogRequest', table('<new id> as <first log>'), true)).not.toThrow();
    expect(() => check('GetLogRequest', table('<new id>'), true)).toThrow(/unknown name <first log>/);
  });
});

describe('tables', () => {
  it('say row and expectation', () => {
    expect(() =>
      parseVertical([
        ['a', '1'],
        ['b', 'greater than 0'],
      ]),
    ).toThrow(/^row 2: unreadable value: greater than 0; expected/);
    expect(() =>
      parseVertical([
        ['a', '1'],
        ['b', ''],
      ]),
    ).toThrow(/^row 2: "b" has no value/);
    expect(() => parseVertical([['a', '1'], ['b']])).toThrow(/^row 2: 1 cells; expected 2/);
    expect(() =>
      parseWide([
        ['message', 'a'],
        ['X', '1'],
      ]),
    ).toThrow(/starts with "message"/);
    expect(() =>
      parseWide([
        ['event', 'times'],
        ['X', 'often'],
      ]),
    ).toThrow(/^row 2: unreadable times: often/);
    expect(() => parseWide([['event']])).toThrow(/header only/);
    expect(() =>
      parseWide([
        ['event', 'a', 'a'],
        ['X', '1', '2'],
      ]),
    ).toThrow(/stands twice/);
    expect(() => parseConfiguration([['HeartbeatInterval', '1']])).toThrow(/no Component.Variable/);
    expect(() => parseConfiguration([['A.B', '1', 'if writeable']])).toThrow(/did you mean "if writable"/);
    expect(() => parseKeys([['idToken', 'x']], intents['RequestStartTransaction'] ?? [], 'the intent')).toThrow(
      /the intent has no "idToken"/,
    );
  });
  it('read several columns, empty cells are no claim', () => {
    expect(
      parseVertical([
        ['a', '1', ''],
        ['b', '2', '3'],
      ]).map((column) => column.map(({ label, row }) => `${row}${label}`)),
    ).toEqual([['1a', '2b'], ['2b']]);
    expect(
      parseWide([
        ['event', 'times', 'gap', 'where x'],
        ['X', 'any', '', '2'],
      ]),
    ).toMatchObject([
      { event: 'X', times: { min: 0 }, rows: [{ kind: 'where', label: 'where x', path: parsePath('x') }] },
    ]);
    expect(parseConfiguration([['A@<evse>.B[c]', '<x>', 'if implemented']])).toMatchObject([
      { note: 'if implemented', variable: { component: 'A', instance: 'c' } },
    ]);
    expect(parseKeys([['variable X.Y', '3']], keys.operatorSees, 'it')).toHaveLength(1);
  });
});

it('names and spellings', () => {
  expect(isKnown('SHA256 hash of CSMS root')).toBe(true);
  expect(isKnown('csr 1')).toBe(false);
  expect(nearest('BootNotifcation', ['Heartbeat', 'BootNotification'])).toBe('BootNotification');
  expect(nearest('xyz', ['Heartbeat'])).toBeUndefined();
});
