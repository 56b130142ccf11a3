import { describe, expect, it } from 'vitest';
import { causeOf, causeRules } from '../../src/check/causes.ts';
import { type CheckResult, causes } from '../../src/check/verdict.ts';
import { consoleSummary } from '../../src/report/console.ts';
import type { CaseEvidence } from '../../src/report/evidence.ts';
import { timelinePage } from '../../src/report/pages/timeline.ts';
import { around, difference, differenceSentence, messagesOf } from '../../src/report/reference/index.ts';
import { explanationFor, explanationsOf } from '../../src/report/verdict/explanation.ts';
import { kindOf, nextSteps } from '../../src/report/verdict/kinds.ts';
import { markedJson, markedText } from '../../src/report/verdict/marked-json.ts';
import { explanationText } from '../../src/report/verdict/text.ts';
import { failing, failingEvents, failingEvidence, run } from './sample.ts';

const frame = failingEvents.find((event) => event.type === 'frame' && event.sender === 'CSMS');
const check: CheckResult = {
  id: 'TC_K_60_CSMS/3-sends-set-charging-profile',
  requirement: 'K01.FR.03',
  level: 'SHALL',
  result: 'fail',
  message: 'the CSMS sends\nit is not as expected',
  accepted: { how: 'one of these', lines: ['a SetChargingProfileRequest: kind Relative or Absolute', 'a CALLERROR'] },
  nearest: {
    event: frame?.sequence ?? 0,
    name: 'SetChargingProfileRequest',
    judged: true,
    mismatches: [{ path: 'chargingProfile.transactionId', expected: '"tx-1"', actual: 'absent' }],
  },
};
const evidenceOf = (...checks: CheckResult[]): CaseEvidence => ({
  ...failingEvidence(),
  result: { ...failing, checks },
});

describe('causes', () => {
  it('are a closed list, each with its rule', () => {
    expect(Object.keys(causeRules).sort()).toEqual([...causes].sort());
  });
  it.each([
    ['pass', undefined, undefined],
    ['observation', undefined, undefined],
    ['fail', undefined, 'sut'],
    ['warning', undefined, 'sut'],
    ['error', undefined, 'harness'],
    ['inconclusive', 'rig', 'rig'],
    ['inconclusive', 'sut-not-ready', 'sut-not-ready'],
  ] as const)('of %s (%s) is %s', (result, cause, expected) => {
    expect(causeOf(cause === undefined ? { result } : { result, cause })).toBe(expected);
  });
  it('an open dispute takes the blame from the product, and from nobody else', () => {
    expect(causeOf({ result: 'fail' }, true)).toBe('specification');
    expect(causeOf({ result: 'error' }, true)).toBe('harness');
    expect(causeOf({ result: 'inconclusive', cause: 'network' }, true)).toBe('network');
  });
});

describe('the nearest message', () => {
  const fields = { a: { b: [1, { c: 'x' }] }, d: [] };
  it('is pretty JSON with the paths that differ marked, absent ones at the end', () => {
    const marked = markedJson(fields, [
      { path: 'a.b[1].c', expected: 'y', actual: '"x"' },
      { path: 'e.f', expected: 'present', actual: 'absent' },
    ]);
    expect(marked.filter(({ wrong }) => wrong !== undefined)).toEqual([
      { text: '        "c": "x"', wrong: 'expected y' },
      { text: '  e.f: absent', wrong: 'expected present' },
    ]);
    const json = marked.slice(0, -1).map(({ text }) => text);
    expect(JSON.parse(json.join('\n'))).toEqual(fields);
    expect(markedText(marked)).toContain('✗         "c": "x"   <-- expected y');
  });
});

describe('an explanation', () => {
  it('names requirement with meaning, cause with rule, all alternatives, place and what to try', () => {
    const explained = explanationFor(evidenceOf(check), check);
    expect(explained).toMatchObject({
      requirements: [{ id: 'K01.FR.03', meaning: 'a TxProfile names its transaction' }],
      cause: { name: 'sut' },
      kind: 'missing field',
      where: { event: frame?.sequence, link: `timeline/TC_K_60_CSMS.html#event-${frame?.sequence}` },
    });
    const text = explanationText(explained);
    for (const part of [
      'any one of these would have passed',
      'kind Relative or Absolute',
      'a CALLERROR',
      '✗   chargingProfile.transactionId: absent   <-- expected "tx-1"',
      'next: Add the marked fields',
    ])
      expect(text).toContain(part);
  });
  it('tells a section of a part of the standard from a list of requirements', () => {
    const part = { ...check, requirement: 'Part 2, 2.1.4, B07.FR.03' };
    expect(explanationFor(evidenceOf(part), part).requirements.map(({ id }) => id)).toEqual([
      'Part 2, 2.1.4',
      'B07.FR.03',
    ]);
  });
  it('of a step without requirement says what the case is about', () => {
    const step = { ...check, requirement: 'TC_K_60_CSMS/step 3' };
    expect(explanationFor(evidenceOf(step), step).requirements[0]?.meaning).toContain('the case is about K01.FR.');
  });
  it('is there for every check that is not a pass, the worst first', () => {
    const warning = { id: 'monitor/x', level: 'SHOULD', result: 'warning', message: 'm' } as const;
    const error = { id: 'monitor/own-schema', level: 'SHALL', result: 'error', message: 'm' } as const;
    const told = explanationsOf(evidenceOf({ ...check, result: 'pass' }, warning, error, check));
    expect(told.map(({ cause }) => cause?.name)).toEqual(['harness', 'sut', 'sut']);
  });
  it('stands on the page with an anchor for its event, and the wire cannot break out of it', () => {
    const hostile = { ...check, message: 'x\n<script>alert(1)</script>' };
    const page = timelinePage('TC_K_60_CSMS', failingEvents, explanationsOf(evidenceOf(hostile)), { linked: true });
    expect(page).toContain(`<a href="#event-${frame?.sequence}">`);
    expect(page).toContain(`<tr id="event-${frame?.sequence}"`);
    expect(page).not.toContain('<script>alert');
  });
  it('ends the console', () => {
    const evidence = evidenceOf(check);
    const told = new Map([[evidence.result, explanationsOf(evidence)]]);
    const text = consoleSummary(run, [], [evidence.result], [], { told });
    expect(text).toMatch(/fail, cause: sut .*\n\s+requirement\s+K01\.FR\.03 \(a TxProfile/);
    expect(text).toContain('✗ chargingProfile.transactionId: absent <-- expected "tx-1"');
  });
});

describe('what to try next', () => {
  it('follows from the way in which it missed', () => {
    const { nearest, accepted, ...plain } = check;
    const near = nearest ?? { event: 1, name: 'X', judged: true, mismatches: [] };
    const shown = accepted ?? { how: 'this' as const, lines: [] };
    expect(kindOf({ ...plain, accepted: shown, late: true })).toBe('nothing came');
    expect(kindOf({ ...plain, nearest: { ...near, judged: false }, late: true })).toBe('nothing fitted');
    expect(kindOf({ ...plain, nearest: { ...near, mismatches: [] } })).toBe('should not have come');
    const mismatch = { path: 'a', expected: 'b', actual: '"c"' };
    expect(kindOf({ ...plain, nearest: { ...near, mismatches: [mismatch] } })).toBe('wrong value');
    expect(kindOf({ ...plain, id: 'monitor/leftover' })).toBe('left over');
    expect(kindOf({ ...plain, id: 'monitor/schema' })).toBe('found by a monitor');
    expect(kindOf(plain)).toBe('fact');
    expect(kindOf({ ...plain, result: 'inconclusive' })).toBe('prevented');
  });
  it('is never empty, whoever is to blame', () => {
    for (const cause of causes) expect(nextSteps(cause, 'prevented')).not.toEqual([]);
  });
});

describe('the reference run', () => {
  const said = (step: number, ...texts: string[]) => texts.map((text) => ({ step, text }));
  it('says what the reference sent and this product did not', () => {
    const lines = difference([...said(1, 'A'), ...said(2, 'B', 'C')], [...said(1, 'A'), ...said(2, 'C')]);
    expect(lines.map(({ by, text }) => `${by} ${text}`)).toEqual(['both A', 'reference B', 'both C']);
    expect(differenceSentence(around(lines, 2), 'CSMS')).toBe('the reference sent B here, this CSMS sent nothing');
  });
  it('says what this product sent in place of it, or beside it', () => {
    const other = difference(said(1, 'A', 'B'), said(1, 'A', 'X'));
    expect(differenceSentence(other, 'CSMS')).toBe('the reference sent B here, this CSMS sent X');
    const more = difference(said(1, 'A'), said(1, 'A', 'X'));
    expect(differenceSentence(more, 'CSMS')).toBe('the reference sent nothing here, this CSMS sent X');
    expect(differenceSentence(difference(said(1, 'A'), said(1, 'A')), 'CSMS')).toBeUndefined();
  });
  it('counts what came several times in a row', () => {
    const lines = difference([{ step: 1, text: 'A', times: 2 }], said(1, 'A'));
    expect(differenceSentence(lines, 'CSMS')).toBe('the reference sent A (2 times) here, this CSMS sent A');
  });
  it('compares names and words of the standard, not ids, times or heartbeats', () => {
    const sut = messagesOf(failingEvents, 'CSMS');
    expect(sut.length).toBeGreaterThan(0);
    expect(sut.map(({ text }) => text).join()).not.toMatch(/Heartbeat|\d{4}-\d\d/);
  });
});
