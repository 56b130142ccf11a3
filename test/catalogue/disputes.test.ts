import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decisions } from '../../src/catalogue/data/disputes.ts';
import { meanings } from '../../src/catalogue/data/requirement-meanings.ts';
import { allCases, disputesOf, disputesTable, findCase, requirementFault } from '../../src/catalogue/index.ts';

describe('disputes', () => {
  it('docs/disputes.md shows the list as it is', () => {
    expect(readFileSync('docs/disputes.md', 'utf8')).toContain(`\n${disputesTable()}\n`);
  });
  it('name official cases', () => {
    const named = decisions.flatMap(({ cases }) => (cases === 'every case' ? [] : cases));
    expect(named.filter((id) => findCase(id) === undefined)).toEqual([]);
  });
  it('an open one says so, and only then nothing is decided', () => {
    for (const { open, decided } of decisions) expect(decided.startsWith('open')).toBe(open === true);
  });
  it('bear on a case: errata and decisions, none where nothing is known', () => {
    expect(disputesOf('TC_A_05_CS').map(({ source }) => source)).toEqual(['erratum', 'decision', 'decision']);
    const quiet = allCases().find(({ id, errata }) => !errata && !decisions.some(({ cases }) => cases.includes(id)));
    expect(disputesOf(quiet?.id ?? '')).toEqual([]);
  });
});

it('a meaning is told only of a requirement that exists', () => {
  expect(Object.keys(meanings).filter((id) => requirementFault(id) !== undefined)).toEqual([]);
});
