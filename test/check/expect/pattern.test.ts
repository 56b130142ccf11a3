import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePattern, type Question } from '../../../src/check/expect/index.ts';
import type { WideRow } from '../../../src/check/language/index.ts';
import type { Observation } from '../../../src/check/types.ts';
import { context, seen, start, wide } from '../context.ts';

function question(candidates: readonly Observation[], more: Partial<Question> = {}): Question {
  const mark = { at: start };
  return {
    candidates,
    history: [],
    now: start + 60_000,
    deadline: start + 60_000,
    mark,
    context: context(),
    background: () => false,
    ...more,
  };
}
const firmware = (index: number, status: string, at = index) =>
  seen(index, 'FirmwareStatusNotificationRequest', { status }, at);
const now = (seconds: number) => ({ now: start + seconds * 1000 });

describe('in order', () => {
  const chain = wide(`| event | status |
    | FirmwareStatusNotificationRequest | Downloading |
    | FirmwareStatusNotificationRequest | Downloaded |`);

  it('is met as soon as the last row is, and open for other events', () => {
    const events = [firmware(1, 'Downloading'), seen(2, 'HeartbeatRequest', {}), firmware(3, 'Downloaded')];
    expect(judgePattern('in order', chain, question(events, now(3)))).toMatchObject({
      state: 'met',
      consumed: [1, 3],
      mayStillChange: false,
    });
  });
  it('is closed for the events that it names', () => {
    const events = [firmware(1, 'Downloading'), firmware(2, 'DownloadPaused'), firmware(3, 'Downloaded')];
    const judged = judgePattern('in order', chain, question(events, now(3)));
    expect(judged).toMatchObject({ state: 'failed', reason: expect.stringContaining('row 3 was expected') });
    expect(judged.misses).toMatchObject([
      { observation: { index: 2 }, mismatches: [{ path: 'status', actual: '"DownloadPaused"' }] },
    ]);
  });
  it('waits, and says at the deadline which row did not come', () => {
    expect(judgePattern('in order', chain, question([firmware(1, 'Downloading')], now(3))).state).toBe('waiting');
    expect(judgePattern('in order', chain, question([firmware(1, 'Downloading')]))).toMatchObject({
      state: 'failed',
      reason: 'FirmwareStatusNotificationRequest of row 3 did not come',
    });
  });
  it('lets optional rows go by without being greedy', () => {
    const rows = wide(`| event | times | status |
      | FirmwareStatusNotificationRequest | optional | Installing or Installed |
      | FirmwareStatusNotificationRequest | | Installed |`);
    expect(judgePattern('in order', rows, question([firmware(1, 'Installed')], now(1))).state).toBe('waiting');
    expect(judgePattern('in order', rows, question([firmware(1, 'Installed')], now(4)))).toMatchObject({
      state: 'met',
      consumed: [1],
    });
    const both = question([firmware(1, 'Installing'), firmware(2, 'Installed')], now(2));
    expect(judgePattern('in order', rows, both)).toMatchObject({ state: 'met', consumed: [1, 2] });
  });
  it('orders transaction events by seqNo and waits for the one that is missing', () => {
    const event = (index: number, seqNo: number, eventType: string) =>
      seen(index, 'TransactionEventRequest', { seqNo, eventType, transactionInfo: { transactionId: 't' } });
    const rows = wide(`| event | eventType |
      | TransactionEventRequest | Started |
      | TransactionEventRequest | Updated |
      | TransactionEventRequest | Ended |`);
    expect(judgePattern('in order', rows, question([event(1, 0, 'Started'), event(2, 2, 'Ended')], now(3))).state).toBe(
      'waiting',
    );
    const all = [event(1, 0, 'Started'), event(2, 2, 'Ended'), event(3, 1, 'Updated')];
    expect(judgePattern('in order', rows, question(all, now(3)))).toMatchObject({ state: 'met', consumed: [1, 3, 2] });
  });
  it('reads a resend as a row or passes it over', () => {
    const event = (index: number, seqNo: number, at: number) =>
      seen(index, 'TransactionEventRequest', { seqNo, transactionInfo: { transactionId: 't' } }, at);
    const retry = wide(`| event | gap | seqNo |
      | TransactionEventRequest | | present as <no> |
      | TransactionEventRequest | about 10 | <no> |
      | TransactionEventRequest | about 20 | <no> |`);
    const sent = [event(1, 4, 1), event(2, 4, 11), event(3, 4, 32)];
    expect(judgePattern('in order', retry, question(sent, now(33)))).toMatchObject({
      state: 'met',
      remembered: new Map([['no', 4]]),
    });
    const early = [event(1, 4, 1), event(2, 4, 3), event(3, 4, 32)];
    expect(judgePattern('in order', retry, question(early)).state).toBe('failed');
    const once = wide(`| event | seqNo |
      | TransactionEventRequest | 4 |
      | TransactionEventRequest | 5 |`);
    expect(
      judgePattern('in order', once, question([event(1, 4, 1), event(2, 4, 2), event(3, 5, 3)], now(4))).state,
    ).toBe('met');
  });
  it('passes background over', () => {
    const events = [firmware(1, 'Downloading'), firmware(2, 'Idle'), firmware(3, 'Downloaded')];
    const background = ({ fields }: Observation) => fields['status'] === 'Idle';
    expect(judgePattern('in order', chain, question(events, { ...now(3), background })).state).toBe('met');
  });
  it('1 or 4, only if', () => {
    const rows = wide(`| event | times |
      | LogStatusNotificationRequest | 1 or 4 |`);
    const logs = (count: number) =>
      Array.from({ length: count }, (_, i) => seen(i + 1, 'LogStatusNotificationRequest', {}));
    expect([1, 2, 3, 4].map((count) => judgePattern('in order', rows, question(logs(count))).state)).toEqual([
      'met',
      'failed',
      'failed',
      'met',
    ]);
    expect(judgePattern('in order', rows, question(logs(1), now(30))).state).toBe('waiting');
    const fixed = wide(`| event | times |
      | connector status | only if fixed cable |`);
    expect(judgePattern('in order', fixed, question([], now(0))).state).toBe('met');
    const holds = context({}, { holds: (condition) => condition === 'fixed cable' });
    expect(judgePattern('in order', fixed, question([], { ...now(0), context: holds })).state).toBe('waiting');
  });
});

/** Whether a row may be left, or entered once more, after `count` events. */
function leaves({ times: { min, max, only } }: WideRow, count: number): boolean {
  return only === undefined ? count >= min && (max === undefined || count <= max) : only.includes(count);
}
const enters = ({ times: { max } }: WideRow, count: number): boolean => max === undefined || count < max;

/** Tries every assignment of the word's letters to rows; what comes after the end must not have been part of the pattern. */
function accepts(
  rows: readonly WideRow[],
  letters: readonly Set<string>[],
  word: readonly string[],
  count = 0,
): boolean {
  const [row, ...others] = rows;
  const [letter, ...rest] = letters;
  const [next, ...later] = word;
  const ends = rows.every((each, i) => leaves(each, i === 0 ? count : 0));
  if (row === undefined || letter === undefined) return true;
  const fitsHere = next !== undefined && enters(row, count) && letter.has(next);
  if (fitsHere && accepts(rows, letters, later, count + 1)) return true;
  if (
    next !== undefined &&
    leaves(row, count) &&
    others.length > 0 &&
    goesOn(others, rest, next) &&
    accepts(others, rest, word)
  )
    return true;
  return ends && (next === undefined || !(fitsHere || (leaves(row, count) && goesOn(others, rest, next))));
}
/** Some row from here on can take the letter. */
function goesOn(rows: readonly WideRow[], letters: readonly Set<string>[], next: string): boolean {
  const [row, ...others] = rows;
  const [letter, ...rest] = letters;
  if (row === undefined || letter === undefined) return false;
  return letter.has(next) || (leaves(row, 0) && goesOn(others, rest, next));
}

const times = fc.constantFrom('', 'optional', 'any', '2', '1 to 2', '1 or 3');
const letters = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
const table = fc.array(fc.record({ times, letters }), { minLength: 1, maxLength: 4 });
const build = (rows: readonly { times: string; letters: string[] }[]) =>
  wide(
    `| event | times | status |\n${rows.map((row) => `| FirmwareStatusNotificationRequest | ${row.times} | ${row.letters.join(' or ')} |`).join('\n')}`,
  );

describe('against brute force', () => {
  it('in order: met exactly when the word can be cut into the rows and what follows could not have been part of them', () => {
    fc.assert(
      fc.property(table, fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }), (specs, word) => {
        const rows = build(specs);
        const sets = specs.map((each) => new Set(each.letters));
        const expected = accepts(rows, sets, word);
        const judged = judgePattern('in order', rows, question(word.map((each, i) => firmware(i + 1, each))));
        expect(judged.state).toBe(expected ? 'met' : 'failed');
      }),
      { numRuns: 1500 },
    );
  });

  it('in any order: met exactly when distinct events can fill all needed rows (no event fits none)', () => {
    const fill = (needed: readonly Set<string>[], word: readonly string[]): boolean => {
      const [first, ...rest] = needed;
      if (first === undefined) return true;
      return word.some((each, i) => first.has(each) && fill(rest, [...word.slice(0, i), ...word.slice(i + 1)]));
    };
    const counts = fc.constantFrom('', 'optional', 'any', '2');
    const small = fc.array(fc.record({ times: counts, letters }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(small, fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 }), (specs, word) => {
        const rows = build(specs);
        const fitting = word.filter((each) => specs.some((spec) => spec.letters.includes(each)));
        const needed = rows.flatMap((row, i) =>
          Array.from({ length: row.times.min }, () => new Set(specs[i]?.letters)),
        );
        const judged = judgePattern('in any order', rows, question(fitting.map((each, i) => firmware(i + 1, each))));
        expect(judged.state).toBe(fill(needed, fitting) ? 'met' : 'failed');
      }),
      { numRuns: 1500 },
    );
  });
});

describe('in any order', () => {
  const rows = wide(`| event | times | type | connector | connectorStatus |
    | SecurityEventNotificationRequest | | StartupOfTheDevice or ResetOrReboot | | |
    | SecurityEventNotificationRequest | optional | InvalidTLSVersion | | |
    | connector status | | | 1 | Available |`);
  const status = (index: number, connectorStatus: string, connectorId = 1) =>
    seen(index, 'connector status', { connector: { id: 1, connectorId }, connectorStatus });
  const security = (index: number, type: string) => seen(index, 'SecurityEventNotificationRequest', { type });

  it('takes them as they come, other selectors are left alone', () => {
    const events = [
      status(1, 'Available'),
      security(2, 'FirmwareUpdated'),
      status(3, 'Occupied', 2),
      security(4, 'ResetOrReboot'),
    ];
    expect(judgePattern('in any order', rows, question(events))).toMatchObject({ state: 'met', consumed: [4, 1] });
    expect(judgePattern('in any order', rows, question(events, now(5)))).toMatchObject({
      state: 'waiting',
      wakeAt: start + 6000,
    });
  });
  it('never skips a wrong message for a later right one', () => {
    const judged = judgePattern(
      'in any order',
      rows,
      question([status(1, 'Occupied'), status(2, 'Available'), security(3, 'ResetOrReboot')]),
    );
    expect(judged).toMatchObject({
      state: 'failed',
      misses: [{ observation: { index: 1 }, mismatches: [{ path: 'connectorStatus' }] }],
    });
  });
});

describe('one of these', () => {
  const rows = wide(`| event | errorCode |
    | CALLERROR | SecurityError |
    | disconnection | |`);
  it('judges the first that is meant', () => {
    expect(
      judgePattern('one of these', rows, question([seen(1, 'CALLERROR', { errorCode: 'SecurityError' })], now(1)))
        .state,
    ).toBe('met');
    expect(judgePattern('one of these', rows, question([seen(1, 'disconnection', {})], now(1))).state).toBe('met');
    expect(
      judgePattern('one of these', rows, question([seen(1, 'CALLERROR', { errorCode: 'GenericError' })], now(1))).state,
    ).toBe('failed');
    expect(judgePattern('one of these', rows, question([], now(1))).state).toBe('waiting');
  });
});
