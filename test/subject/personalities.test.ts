import { describe, expect, it } from 'vitest';
import { allCases, picsTerms, plan } from '../../src/catalogue/index.ts';
import { personality, personalityNames } from '../../src/subject/personalities/index.ts';

describe.each(personalityNames)('personality %s', (name) => {
  const { pics, description } = personality(name);

  it('answers terms of the catalogue, and so many that every station case is decided', () => {
    expect(Object.keys(pics).filter((term) => !picsTerms().includes(term))).toEqual([]);
    const rows = plan(allCases(), { implemented: new Map(), answers: pics, role: 'station' });
    expect(rows.filter(({ decision }) => decision === 'undecided').map(({ id, reason }) => `${id} ${reason}`)).toEqual(
      [],
    );
  });

  it('says what its hardware is', () => {
    const sockets = description.evses.flatMap((evse) => evse.connectors).some(({ fixedCable }) => !fixedCable);
    expect(pics['HFS-1']).toBe(sockets);
    expect(pics['HFS-8 > 1']).toBe(description.evses.length > 1);
    expect(pics['C-30'] && !description.tokenReader).toBe(false);
    expect(description.measures.length).toBeGreaterThan(0);
  });
});

const rowOf = (name: string, id: string) => {
  const rows = plan(allCases(), { implemented: new Map(), answers: personality(name).pics, ids: [id] });
  return rows.find((row) => row.id === id)?.decision;
};
it.each([
  ['ac-3ph', 'TC_E_03_CS', 'not implemented'],
  ['no-authorization', 'TC_C_02_CS', 'not applicable'],
  ['no-authorization', 'TC_E_03_CS', 'not implemented'],
  ['remote-only', 'TC_E_03_CS', 'not applicable'],
  ['remote-only', 'TC_F_01_CS', 'not implemented'],
  ['no-smart-charging', 'TC_K_01_CS', 'not applicable'],
  ['dc', 'TC_K_01_CS', 'not implemented'],
])('%s: %s is %s', (name, id, decision) => {
  expect(rowOf(name, id)).toBe(decision);
});

it('an unknown name is told with the names there are', () => {
  expect(() => personality('ac')).toThrow(/no personality "ac"; there are ac-3ph, ac-1ph-socket/);
});

it('only the personalities without a reader cannot start with a card', () => {
  const cardless = personalityNames.filter((name) => personality(name).pics['C-30'] === false);
  expect(cardless).toEqual(['no-authorization', 'remote-only']);
});
