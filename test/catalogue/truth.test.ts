import { describe, expect, it } from 'vitest';
import { type Answers, allCases, evaluateCondition, parseCondition, picsTerms } from '../../src/catalogue/index.ts';
import { truthTable } from './truth-table.ts';

const rows = truthTable
  .trim()
  .split('\n')
  .map((row) => row.split(' | '))
  .map(([condition = '', applies = '', not = '']) => ({ condition, applies: applies.split(';'), not: not.split(';') }));

const known = picsTerms();
/** A product that has what is listed and nothing else. */
function product(text: string): Answers {
  const has = text.trim() === '-' ? [] : text.trim().split('+');
  const strange = has.filter((term) => !known.includes(term));
  if (strange.length > 0) throw new Error(`the table names ${strange.join(', ')}`);
  return Object.fromEntries(known.map((term) => [term, has.includes(term)]));
}

describe('what the conditions of Part 5 mean', () => {
  it('is written down for every condition of the catalogue, and for no other', () => {
    const all = allCases().flatMap(({ profiles }) => profiles.flatMap(({ condition }) => condition ?? []));
    expect(rows.map(({ condition }) => condition).sort()).toEqual([...new Set(all)].sort());
    expect(rows).toHaveLength(112);
  });

  it.each(rows)('$condition', ({ condition, applies, not }) => {
    const parsed = parseCondition(condition);
    for (const text of applies) expect([text, evaluateCondition(parsed, product(text))]).toEqual([text, true]);
    for (const text of not) expect([text, evaluateCondition(parsed, product(text))]).toEqual([text, false]);
  });
});
