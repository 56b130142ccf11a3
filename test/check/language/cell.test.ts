import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  isSendable,
  type Match,
  parseCell,
  parsePath,
  parseRef,
  parseSpan,
  parseTimes,
  parseWindow,
  printCell,
  printPath,
  printSpan,
  type Ref,
  refsOf,
  TestDesignError,
  type Value,
} from '../../../src/check/language/index.ts';

const drafted: { cells: string[]; paths: string[]; times: string[] } = JSON.parse(
  readFileSync(new URL('drafted-cells.json', import.meta.url), 'utf8'),
);

const word = fc.constantFrom('Accepted', 'Charging', 'ocpp2.0.1', 'cType2', 'true', '-1', '8.0');
const name = fc.constantFrom('evse', 'valid token', 'csr 1', 'back-off minimum', 't0');
const ref: fc.Arbitrary<Ref> = fc.oneof(
  name.map((each): Ref => ({ kind: 'name', name: each })),
  fc
    .record({
      nth: fc.constantFrom<(number | 'last')[]>('last', 1, 2, 3, 11, 22),
      path: fc.constantFrom('id', 'a[0].b', 'a[*].b'),
    })
    .map(({ nth, path }): Ref => ({ kind: 'message', message: 'GetLogRequest', nth, path: parsePath(path) })),
  fc.constant<Ref>({ kind: 'variable', variable: { component: 'EVSE', evse: 1, variable: 'Power' } }),
);
const literal = word.map((text): Value => ({ kind: 'literal', text, quoted: false }));
const number = fc.integer({ min: 0, max: 999 });
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    literal,
    fc.stringMatching(/^[^"\r\n|]{0,12}$/).map((text): Value => ({ kind: 'literal', text, quoted: true })),
    ref.map((each): Value => ({ kind: 'ref', ref: each })),
    ref.map((each): Value => ({ kind: 'each', ref: each })),
    fc.tuple(ref, number).map(
      ([each, n]): Value => ({
        kind: 'sum',
        sum: { first: { kind: 'ref', ref: each }, rest: [{ operator: '*', term: { kind: 'number', number: n } }] },
        unit: 'seconds',
      }),
    ),
    number.map(
      (n): Value => ({
        kind: 'sum',
        sum: { first: { kind: 'now' }, rest: [{ operator: '-', term: { kind: 'number', number: n } }] },
        unit: 'hours',
      }),
    ),
    fc.tuple(number, number).map(
      ([a, b]): Value => ({
        kind: 'periods',
        periods: [
          { start: a, limit: b },
          { start: a + 1, limit: 6.5 },
        ],
      }),
    ),
    fc.constant<Value>({
      kind: 'variable',
      variable: {
        component: 'Connector',
        evse: { kind: 'name', name: 'evse' },
        connector: 2,
        variable: 'Power',
        instance: 'x',
      },
    }),
    fc
      .array(
        tie('value').filter(({ kind }) => kind !== 'periods' && kind !== 'each'),
        { maxLength: 3 },
      )
      .map((items): Value => ({ kind: 'list', items })),
  ),
})).value;
const plain: fc.Arbitrary<Match> = fc.oneof(
  value.map((each): Match => ({ op: 'equals', value: each })),
  fc
    .tuple(
      fc.constantFrom(
        'about' as const,
        'contains' as const,
        'lacks' as const,
        'same set as' as const,
        '>' as const,
        '<=' as const,
        'after' as const,
      ),
      value,
    )
    .map(([op, each]): Match => ({ op, value: each })),
  fc.tuple(literal, literal).map(([each, tolerance]): Match => ({ op: 'near', value: each, tolerance })),
  fc.constantFrom<Match[]>({ op: 'present' }, { op: 'omitted' }, { op: 'empty' }, { op: 'obeys', rule: 'valid CSR' }),
  number.map((count): Match => ({ op: 'items', comparison: '>=', count })),
);
const match = fc.tuple(plain, fc.nat(2)).map(([each, nots]) => {
  let result = each;
  for (let i = 0; i < nots; i++) result = { op: 'not', match: result };
  return result;
});

describe('parseCell', () => {
  it('reads every cell of the drafted scenarios', () => {
    for (const text of drafted.cells) expect(() => parseCell(text), text).not.toThrow();
    for (const text of drafted.paths) expect(() => parsePath(text.replace(/^where /, '')), text).not.toThrow();
    for (const text of drafted.times) expect(() => parseTimes(text), text).not.toThrow();
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(
        fc.array(match, { minLength: 1, maxLength: 3 }),
        fc.option(fc.constantFrom('csr 1', 'no'), { nil: undefined }),
        (any, remembers) => {
          const cell = { any, ...(remembers === undefined ? {} : { remembers }) };
          const { text, ...back } = parseCell(printCell(cell));
          expect(text).toBe(printCell(cell));
          expect(back).toEqual(cell);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('throws nothing but TestDesignError, whatever is written', () => {
    const piece = fc.constantFrom(
      'not ',
      ' or ',
      '<',
      '>',
      '[',
      ']',
      '"',
      ' as ',
      'now',
      ' + ',
      '1 item',
      'about ',
      'a',
      'A.B',
      '@',
      ' s: ',
      '>= ',
      ',',
      '+-',
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
    );
    const tries: ((text: string) => unknown)[] = [parseCell, parsePath, parseRef, parseTimes, parseSpan, parseWindow];
    fc.assert(
      fc.property(text, (each) => {
        for (const read of tries) {
          try {
            read(each);
          } catch (error) {
            expect(error).toBeInstanceOf(TestDesignError);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['greater than 0', /unreadable value/],
    ['abut <x> or not', /unreadable value/],
    ['', /\(empty\)/],
    ['1 items', /"1 item" or "N items"/],
    ['Accepted as <A.B>', /plain <name>/],
    ['0 s: 6 A, 0 s: 7 A', /periods out of order/],
    ['<a$b>', /unreadable name/],
    ['contains', /unreadable value/],
  ])('rejects %j with what was expected', (text, message) => {
    expect(() => parseCell(text)).toThrow(message);
  });

  it('keeps " or " and " as " inside quotes and names as text', () => {
    expect(parseCell('"a or b as <c>"').any).toEqual([
      { op: 'equals', value: { kind: 'literal', text: 'a or b as <c>', quoted: true } },
    ]);
    expect(parseCell('same set as <X.Y>').remembers).toBeUndefined();
    expect(parseCell('same set as <x> as <y>').remembers).toBe('y');
  });

  it('knows what can be sent', () => {
    expect(isSendable(parseCell('<new id> as <one>'))).toBe(true);
    expect(isSendable(parseCell('omitted'))).toBe(true);
    expect(isSendable(parseCell('Accepted or Rejected'))).toBe(false);
    expect(isSendable(parseCell('> 3'))).toBe(false);
  });

  it('lists the references that need a value', () => {
    const cell: Cell = parseCell(
      'Connector@<evse>,<connector>.Power or not [<a>, now + <b> seconds] or about <2nd GetLogRequest.requestId>',
    );
    expect(refsOf(cell).map((each) => (each.kind === 'name' ? each.name : each.kind))).toEqual([
      'evse',
      'connector',
      'a',
      'b',
      'message',
    ]);
  });
});

describe('paths, times, durations', () => {
  it.each([
    'a.b',
    'a[0].b',
    'a[*].b',
    'a[x].b',
    'a[type=Delta].b',
    'a[id=<one>].b',
    'a[OCPPCommCtrlr.OfflineThreshold].b',
    'refused at',
  ])('reads %s back', (text) => {
    expect(printPath(parsePath(text))).toBe(text);
  });

  it.each([
    ['', 1, 1],
    ['optional', 0, 1],
    ['any', 0, undefined],
    ['3', 3, 3],
    ['1 to 4', 1, 4],
  ])('times %j', (text, min, max) => {
    expect(parseTimes(text)).toMatchObject({ min });
    expect(parseTimes(text).max).toBe(max);
  });

  it('times: alternatives and conditions', () => {
    expect(parseTimes('1 or 4').only).toEqual([1, 4]);
    expect(parseTimes('only if fixed cable').condition).toBe('fixed cable');
    expect(() => parseTimes('4 to 1')).toThrow(/expected optional, any/);
  });

  it('reads sentence durations', () => {
    expect(printSpan(parseSpan('2 * <back-off minimum> + 5 seconds'))).toBe('2 * <back-off minimum> + 5 seconds');
    expect(parseWindow(' within 1 minute')).toMatchObject({ kind: 'within', span: { unit: 'minutes' } });
    expect(parseWindow('')).toBeUndefined();
    expect(() => parseSpan('now + 5 seconds')).toThrow(TestDesignError);
  });
});
