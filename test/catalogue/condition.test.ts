import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/catalogue/index.ts';
import {
  allCases,
  decidingTerms,
  evaluateCondition,
  normaliseCondition,
  parseCondition,
  picsTerms,
  termsOf,
} from '../../src/catalogue/index.ts';

const conditions = [
  ...new Set(
    allCases().flatMap(({ profiles }) =>
      profiles.flatMap(({ condition }) => (condition === undefined ? [] : [condition])),
    ),
  ),
].sort();

describe('the conditions of Part 5', () => {
  it('are 112 different ones', () => {
    expect(conditions).toHaveLength(112);
  });

  it.each(conditions)('%s', (condition) => {
    const parsed = parseCondition(condition);
    const terms = termsOf(parsed);
    expect(terms.every((term) => picsTerms().includes(term))).toBe(true);
    expect(evaluateCondition(parsed, {})).toBeUndefined();
  });
});

describe('irregular spellings', () => {
  it.each([
    ['C-10.2 and (C-30 or C- 31 or C-32 or C35)', 'C-10.2 and (C-30 or C-31 or C-32 or C-35)'],
    ['NOT C.06.1', 'NOT C-06.1'],
    ['UI- 1.2', 'UI-1.2'],
    ['C-36 -(or) C-39', 'C-36 - C-39'],
    ['ISO15118 support', 'ISO15118'],
    ['ISO 15118 support', 'ISO15118'],
    ['NOT Smart Charging', 'NOT SmartCharging'],
    ['Local Authorization List Management', 'LocalAuthList'],
    ['Product Subtype "Mode 1/2- only Charging Station"', '"Mode 1/2-only Charging Station"'],
    ['HFS-8 > 1', '"HFS-8 > 1"'],
  ])('%s', (spelt, meant) => {
    expect(normaliseCondition(spelt)).toBe(meant);
  });

  it('a range is any of its codes', () => {
    expect(termsOf(parseCondition('C-36 -(or) C-39'))).toEqual(['C-36', 'C-37', 'C-38', 'C-39']);
  });
});

describe('three-valued evaluation', () => {
  it.each([
    ['C-01 and C-02', { 'C-01': false }, false],
    ['C-01 and C-02', { 'C-01': true }, undefined],
    ['C-01 or C-02', { 'C-01': true }, true],
    ['C-01 or C-02', { 'C-01': false }, undefined],
    ['NOT C-01', {}, undefined],
    ['C-01 or C-02 and C-03', { 'C-01': true, 'C-02': false, 'C-03': false }, true],
  ])('%s under %j is %s', (condition, answers: Answers, value) => {
    expect(evaluateCondition(parseCondition(condition), answers)).toBe(value);
  });

  it('names the terms that decide', () => {
    const condition = parseCondition('C-49 and (C-30 or C-31) and NOT C-43');
    expect(decidingTerms(condition, { 'C-49': true, 'C-30': false, 'C-31': false, 'C-43': false })).toEqual([
      'C-30',
      'C-31',
    ]);
    expect(decidingTerms(condition, { 'C-49': true, 'C-30': true, 'C-43': true })).toEqual(['C-43']);
  });
});

describe('a condition that cannot be read', () => {
  it.each([
    ['C-99 or C-01', '"C-99" is no feature'],
    ['(C-01 or C-02', '")" is missing before "the end"'],
    ['C-01 and', 'a term is missing at the end'],
    ['C-01 C-02', '"C-02" is not expected here'],
    ['C-35 - C-30', 'C-35 - C-30 is no range'],
  ])('%s', (condition, message) => {
    expect(() => parseCondition(condition)).toThrow(message);
  });
});
