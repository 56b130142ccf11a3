import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/check/verdict.ts';
import { CheckBook, slug } from '../../src/harness/case/checks.ts';

const check = (id: string, result: CheckResult['result'], more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  level: 'SHALL',
  result,
  ...more,
});

describe('the id of a check', () => {
  it.each([
    [
      'the Charging Station sends a BootNotificationRequest within 60 seconds [B01.FR.01]',
      'sends-boot-notification-request-60',
    ],
    ['the EV driver presents <valid token>', 'ev-driver-presents'],
    ['the rule "transaction ids are unique" holds', 'rule-holds'],
    ['the Charging Station', 'check'],
  ])('of "%s"', (sentence, id) => {
    expect(slug(sentence)).toBe(id);
  });

  it('is short and tells the step', () => {
    const id = new CheckBook('TC_K_60_CSMS').idFor(
      4,
      'the CSMS sends a message with one two three four five six words',
    );
    expect(id).toBe('TC_K_60_CSMS/4-sends-message-one-two-three-four');
  });

  it('is the same whatever the examples put into the sentence', () => {
    expect(slug('the server presents "expired" to <name>')).toBe(slug('the server presents "wildcard" to <other>'));
  });
});

describe('the checks of a case', () => {
  it('the worse result of an id stays, whatever comes first', () => {
    for (const order of [
      ['pass', 'fail', 'warning'],
      ['fail', 'pass', 'warning'],
    ] as const) {
      const book = new CheckBook('TC_X');
      for (const result of order) book.add(check('TC_X/1-a', result, { message: result }));
      expect(book.all).toEqual([check('TC_X/1-a', 'fail', { message: 'fail' })]);
    }
  });

  it.each([
    [[], 'none'],
    [['observation'], 'none'],
    [['pass', 'observation'], 'pass'],
    [['pass', 'warning'], 'pass'],
    [['pass', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'fail', 'pass'], 'fail'],
    [['fail', 'error', 'pass'], 'error'],
  ] as const)('%j give the verdict %s', (results, verdict) => {
    const book = new CheckBook('TC_X');
    for (const [index, result] of results.entries()) book.add(check(`TC_X/${index}`, result));
    expect(book.verdict).toBe(verdict);
  });

  it('what does not apply is not applicable, but no way around a failure', () => {
    const book = new CheckBook('TC_X');
    book.notApplicable('this rig cannot measure power');
    book.notApplicable('a second reason');
    expect(book.verdict).toBe('not applicable');
    expect(book.inapplicable).toBe('this rig cannot measure power');
    book.add(check('TC_X/1', 'pass'));
    expect(book.verdict).toBe('not applicable');
    book.add(check('monitor/schema', 'fail'));
    expect(book.verdict).toBe('fail');
  });
});
