import { describe, expect, it } from 'vitest';
import {
  explain,
  judgeAmount,
  judgeOne,
  judgePast,
  parseAmount,
  type Question,
} from '../../../src/check/expect/index.ts';
import type { Observation } from '../../../src/check/types.ts';
import { columns, context, rows, seen, start } from '../context.ts';

const mark = { at: start };
function question(candidates: readonly Observation[], seconds: number, history: readonly Observation[] = []): Question {
  return {
    candidates,
    history,
    now: start + seconds * 1000,
    deadline: start + 60_000,
    mark,
    context: context(),
    background: () => false,
  };
}
const boot = (index: number, reason: string) => seen(index, 'BootNotificationRequest', { reason });
const amount = (text: string, table: string, names: string[], asked: Question) =>
  judgeAmount({ amount: parseAmount(text), names, instances: columns(table) }, asked);

describe('a', () => {
  it('judges the first that fits the selectors, even if a later one is right', () => {
    const judged = judgeOne(
      ['BootNotificationRequest'],
      rows('| reason | PowerUp |'),
      question([boot(1, 'Watchdog'), boot(2, 'PowerUp')], 3),
    );
    expect(judged).toMatchObject({
      state: 'failed',
      consumed: [1],
      misses: [{ mismatches: [{ path: 'reason', actual: '"Watchdog"' }] }],
    });
  });
  it('passes what the selectors do not mean, and shows it as the nearest', () => {
    const event = (index: number, type: string) => seen(index, 'SecurityEventNotificationRequest', { type });
    const table = rows('| type | InvalidTLSVersion |');
    const names = ['SecurityEventNotificationRequest'];
    expect(
      judgeOne(names, table, question([event(1, 'ResetOrReboot'), event(2, 'InvalidTLSVersion')], 3)),
    ).toMatchObject({ state: 'met', consumed: [2] });
    expect(judgeOne(names, table, question([event(1, 'ResetOrReboot')], 3))).toMatchObject({
      state: 'waiting',
      nearest: { observation: { index: 1 } },
    });
    expect(judgeOne(names, table, question([event(1, 'ResetOrReboot')], 60)).state).toBe('failed');
  });
  it('takes any of several names, and message for any request', () => {
    expect(
      judgeOne(
        ['StatusNotificationRequest', 'NotifyEventRequest'],
        [],
        question([seen(1, 'NotifyEventRequest', {})], 1),
      ).state,
    ).toBe('met');
    expect(
      judgeOne(['message'], [], question([seen(1, 'ResetResponse', {}), seen(2, 'HeartbeatRequest', {})], 1)),
    ).toMatchObject({ consumed: [2] });
  });
  it('judges one message a value column', () => {
    const table = `| connector | 1 | 2 |
      | connectorStatus | Available | Occupied |`;
    const status = (index: number, connectorId: number, connectorStatus: string) =>
      seen(index, 'connector status', { connector: { connectorId }, connectorStatus });
    const both = [status(1, 2, 'Occupied'), status(2, 1, 'Available')];
    expect(amount('a', table, ['connector status'], question(both, 3))).toMatchObject({
      state: 'met',
      consumed: [2, 1],
    });
    expect(amount('a', table, ['connector status'], question(both.slice(0, 1), 3))).toMatchObject({ state: 'waiting' });
  });
  it('does not take a resend of an event seen before the mark', () => {
    const event = (index: number, seqNo: number) =>
      seen(index, 'TransactionEventRequest', { seqNo, transactionInfo: { transactionId: 't' } });
    expect(
      judgeOne(['TransactionEventRequest'], [], question([event(2, 1), event(3, 2)], 3, [event(1, 1)])),
    ).toMatchObject({ consumed: [3] });
  });
});

describe('amounts above one', () => {
  const firmware = (index: number, status = 'Downloading') =>
    seen(index, 'FirmwareStatusNotificationRequest', { status });
  const names = ['FirmwareStatusNotificationRequest'];
  const table = '| status | Downloading |';
  it('N closes on quiet, counts exactly', () => {
    expect(amount('2', table, names, question([firmware(1), firmware(2)], 3))).toMatchObject({
      state: 'waiting',
      wakeAt: start + 4000,
    });
    expect(amount('2', table, names, question([firmware(1), firmware(2)], 4))).toMatchObject({
      state: 'met',
      consumed: [1, 2],
    });
    expect(amount('2', table, names, question([firmware(1), firmware(2), firmware(3)], 3)).state).toBe('failed');
    expect(amount('2', table, names, question([firmware(1)], 60))).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('1 of 2'),
    });
  });
  it('every one must be as the rows say', () => {
    expect(amount('one or more', table, names, question([firmware(1), firmware(2, 'Idle')], 3)).state).toBe('failed');
    expect(amount('at least 2', table, names, question([firmware(1), firmware(2), firmware(3)], 6))).toMatchObject({
      state: 'met',
      consumed: [1, 2, 3],
    });
  });
  it('no: fails at once, is met at the deadline, looks at all rows', () => {
    expect(amount('no', table, names, question([firmware(1, 'Idle')], 3)).state).toBe('waiting');
    expect(amount('no', table, names, question([firmware(1, 'Idle')], 60)).state).toBe('met');
    expect(amount('no', table, names, question([firmware(1)], 3)).state).toBe('failed');
  });
  it.each([
    ['a', 'one'],
    ['no', 'no'],
    ['one or more', 'at least'],
    ['at least 2', 'at least'],
    ['3', 'exactly'],
    ['all parts of a', 'all parts'],
  ])('reads %s', (text, kind) => {
    expect(parseAmount(text).kind).toBe(kind);
  });
});

describe('all parts of', () => {
  const part = (index: number, seqNo: number, tbc: boolean, names: string[], requestId = 1) =>
    seen(index, 'NotifyReportRequest', {
      requestId,
      seqNo,
      tbc,
      reportData: names.map((name) => ({ variable: { name } })),
    });
  const ask = (parts: Observation[], seconds = 5) =>
    amount('all parts of a', '| reportData | 3 items |', ['NotifyReportRequest'], question(parts, seconds));
  it('joins the chain of one request, in any order, a part sent twice once', () => {
    expect(
      ask([
        part(1, 1, false, ['c']),
        part(2, 0, true, ['a', 'b']),
        part(3, 0, false, ['x'], 2),
        part(4, 1, false, ['c']),
      ]),
    ).toMatchObject({ state: 'met', consumed: [2, 1] });
  });
  it('waits for the end and for holes, and says so', () => {
    expect(ask([part(1, 0, true, ['a'])])).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('none without tbc'),
    });
    expect(ask([part(1, 0, true, ['a']), part(2, 2, false, ['c'])], 60)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('seqNo 1'),
    });
    expect(ask([part(1, 1, false, ['a'])], 60).state).toBe('failed');
  });
  it('judges the merged message', () => {
    expect(ask([part(1, 0, false, ['a'])])).toMatchObject({
      state: 'failed',
      misses: [{ mismatches: [{ path: 'reportData' }] }],
    });
  });
});

describe('has sent', () => {
  const reading = (index: number, context: string, at = index) => ({
    ...seen(index, 'meter reading', { sampledValue: [{ context }] }, at),
  });
  const all = [reading(1, 'Sample.Periodic', 10), reading(2, 'Transaction.End', 11), reading(3, 'Sample.Periodic', 20)];
  const every = rows(`| where sampledValue[0].context | Sample.Periodic |
    | gap | about 10 |`);
  const names = ['meter reading'];
  it('a, no, every', () => {
    const end = [rows('| sampledValue[*].context | Transaction.End |')];
    expect(judgePast('a', names, end, all, context(), mark).state).toBe('met');
    expect(judgePast('no', names, end, all, context(), mark).state).toBe('failed');
    expect(judgePast('every', names, [every], all, context(), mark).state).toBe('met');
    expect(
      judgePast('every', names, [every], [...all, reading(4, 'Sample.Periodic', 40)], context(), mark),
    ).toMatchObject({ state: 'failed', misses: [{ observation: { index: 4 } }] });
    expect(judgePast('every', names, [every], [], context(), mark)).toMatchObject({ state: 'failed' });
  });
});

describe('explain', () => {
  it('tells sentence, requirement, expected, actual with the paths that differ, and what arrived', () => {
    const table = rows('| reason | PowerUp |');
    const judged = judgeOne(['BootNotificationRequest'], table, question([boot(1, 'Watchdog')], 3));
    const text = explain(
      {
        sentence: 'the Charging Station sends a BootNotificationRequest',
        requirements: ['B01.FR.01'],
        alternatives: [{ event: 'BootNotificationRequest', rows: table }],
        arrived: [boot(1, 'Watchdog')],
      },
      judged,
    );
    expect(text.split('\n')).toEqual([
      'the Charging Station sends a BootNotificationRequest [B01.FR.01]',
      'BootNotificationRequest is not as expected',
      'Expected:',
      '  BootNotificationRequest: reason PowerUp',
      'Actual:',
      '  BootNotificationRequest no. 1 {"reason":"Watchdog"}',
      '    x reason: expected PowerUp, found "Watchdog"',
      'Arrived: 1 BootNotificationRequest',
    ]);
  });
});
