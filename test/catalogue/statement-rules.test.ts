import { describe, expect, it } from 'vitest';
import { rules } from '../../src/catalogue/consistency.ts';
import {
  type Answers,
  allCases,
  applicability,
  changes,
  conditionLines,
  contradictions,
  exclusions,
  findCase,
  parseCondition,
  picsTerms,
  termsOf,
} from '../../src/catalogue/index.ts';
import { personality, personalityNames } from '../../src/subject/personalities/index.ts';

const wrongs = (role: 'station' | 'csms', answers: Answers) => contradictions(role, answers).map(({ wrong }) => wrong);

describe('what Part 5 demands of a statement as a whole', () => {
  it('is written in terms of the catalogue', () => {
    for (const { holds } of rules)
      for (const term of termsOf(parseCondition(holds))) expect(picsTerms()).toContain(term);
  });

  it.each<[string, Answers, string | undefined]>([
    ['a cache without any local way to authorize is no offline authorization', withoutTokens({ 'C-49': true }), 'C-01'],
    ['a cache with a card reader is', withoutTokens({ 'C-49': true, 'C-30': true }), undefined],
    ['unknown tokens may be made up by the station', withoutTokens({ 'C-02': true, 'C-33': true }), undefined],
    ['the list does not help with an id that the station makes up', withoutTokens({ 'C-33': true }), 'C-01'],
    ['no authorization needs nothing else', withoutTokens({ 'C-35': true }), undefined],
  ])('C-01, erratum 5.3: %s', (_what, answers, said) => {
    const found = wrongs('station', answers).find((wrong) => wrong.startsWith('C-01'));
    expect(found?.slice(0, 4)).toBe(said);
  });

  it('is silent about what nobody answered', () => {
    expect(contradictions('station', {})).toEqual([]);
    expect(contradictions('csms', {})).toEqual([]);
  });

  it('binds each role by its own rules', () => {
    expect(wrongs('csms', { 'C-31': false })).toEqual(['C-30, C-31 and C-35 are required of a CSMS']);
    expect(wrongs('station', { 'C-31': false })).toEqual([]);
    expect(wrongs('station', { 'C-53': true, 'C-49': false })).toEqual([
      'C-53, C-54 and C-59 are about a cache (C-49)',
    ]);
  });

  it.each(personalityNames)('holds for the embedded station %s', (name) => {
    expect(contradictions('station', personality(name).pics)).toEqual([]);
  });
});

/** Offline authorization is claimed; of the ways to it there is what is given. */
function withoutTokens(has: Answers): Answers {
  const none = ['C-02', 'C-30', 'C-31', 'C-32', 'C-33', 'C-34', 'C-35', 'C-49', 'LocalAuthList'];
  return { ...Object.fromEntries(none.map((term) => [term, false])), 'C-01': true, 'HFS-10': true, ...has };
}

describe('cases that exclude each other', () => {
  const pairs = exclusions('station', allCases()).flatMap(({ cases, against }) =>
    cases.flatMap((one) => against.map((other) => [one, other].sort().join(' '))),
  );
  const excluded = (one: string, other: string) => pairs.includes([one, other].sort().join(' '));

  it.each([
    ['TC_L_10_CS', 'TC_L_11_CS'],
    ['TC_L_12_CS', 'TC_L_15_CS'],
    ['TC_L_13_CS', 'TC_L_14_CS'],
    ['TC_L_14_CS', 'TC_L_16_CS'],
    ['TC_B_14_CS', 'TC_B_15_CS'],
    ['TC_K_38_CS', 'TC_K_12_CS'],
    ['TC_K_38_CS', 'TC_K_42_CS'],
    ['TC_K_38_CS', 'TC_K_01_CS'],
    ['TC_C_02_CS', 'TC_C_05_CS'],
    ['TC_E_02_CS', 'TC_E_38_CS'],
    ['TC_H_08_CS', 'TC_H_13_CS'],
  ])('%s and %s', (one, other) => {
    expect(excluded(one, other)).toBe(true);
  });

  it.each([
    ['TC_L_12_CS', 'TC_L_13_CS'],
    ['TC_L_14_CS', 'TC_L_15_CS'],
    ['TC_K_12_CS', 'TC_K_42_CS'],
    ['TC_E_01_CS', 'TC_E_02_CS'],
    ['TC_A_01_CS', 'TC_K_38_CS'],
  ])('%s and %s do not', (one, other) => {
    expect(excluded(one, other)).toBe(false);
  });

  it('are never both owed by a personality', () => {
    for (const name of personalityNames) {
      const { pics } = personality(name);
      const owed = allCases().filter((one) => one.certified && applicability(one, pics) === 'applies');
      const ids = owed.filter(({ role }) => role === 'station').map(({ id }) => id);
      const both = ids.flatMap((one) => ids.filter((other) => one < other && excluded(one, other)));
      expect([name, both]).toEqual([name, []]);
    }
  });
});

describe('a condition explained', () => {
  const official = findCase('TC_K_12_CS');
  it('is a tree in plain words with the source of each answer', () => {
    const statement = { answers: { 'SC-2.1': true, 'SC-2.2': undefined }, sources: { 'SC-2.1': 'pics.yaml:7' } };
    expect(conditionLines(parseCondition('NOT (SC- 2.1 and SC-2.2)'), statement)).toEqual([
      { depth: 0, text: 'not', value: 'open' },
      { depth: 1, text: 'all of', value: 'open' },
      { depth: 2, text: 'SC-2.1  charging profiles in A', value: 'yes', source: 'pics.yaml:7' },
      { depth: 2, text: 'SC-2.2  charging profiles in W', value: 'open', source: 'not answered' },
    ]);
  });

  it('names the single answers that would decide otherwise', () => {
    if (official === undefined) throw new Error('TC_K_12_CS is gone');
    expect(changes(official, { SmartCharging: true, ISO15118: false, 'SC-2.1': true })).toEqual([
      { term: 'SC-2.1', answer: false, outcome: 'applies' },
      { term: 'SC-2.2', answer: true, outcome: 'does not apply' },
      { term: 'SC-2.2', answer: false, outcome: 'applies' },
      { term: 'SmartCharging', answer: false, outcome: 'does not apply' },
    ]);
  });
});
