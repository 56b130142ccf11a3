import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citedOnly, removedRequirements } from '../../src/catalogue/data/requirements.ts';
import { allCases, allRequirements, isRequirementId, requirementFault } from '../../src/catalogue/index.ts';

const root = join(import.meta.dirname, '../..');
const cited = new Set(allCases().flatMap(({ requirements }) => requirements));

/** Text of every source and feature, the lists of the catalogue left out. */
function written(): { readonly file: string; readonly text: string }[] {
  return ['src', 'features'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|feature)$/.test(name) && !/catalogue.data|generated/.test(`${folder}/${name}`))
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') })),
  );
}

describe('the requirements of Part 2', () => {
  it.each(['A00.FR.001', 'A00.FR.807', 'B01.FR.01', 'K01.FR.53', 'O01.FR.01', 'P02.FR.08'])('hold %s', (id) => {
    expect(isRequirementId(id)).toBe(true);
    expect(requirementFault(id)).toBeUndefined();
  });

  it.each(['A00.FR.430', 'A02.FR.28', 'C09.FR.13', 'E06.FR.17', 'K16.FR.14'])('hold %s of the errata', (id) => {
    expect(requirementFault(id)).toBeUndefined();
  });

  it('hold nothing that the errata took out', () => {
    for (const id of removedRequirements) {
      expect(allRequirements().has(id)).toBe(false);
      expect(requirementFault(id)).toMatch(/removed by the errata/);
    }
  });

  it('name the nearest one for an id that does not exist', () => {
    expect(requirementFault('B06.FR.99')).toMatch(
      /^B06\.FR\.99 is no requirement of Part 2; nearest is B06\.FR\.\d\d$/,
    );
    expect(requirementFault('A00.FR.50')).toMatch(/nearest is A00\.FR\.50\d/);
  });

  it('are what Part 6 cites, but for a list that is not longer than it must be', () => {
    const strange = [...cited].filter((id) => isRequirementId(id) && !allRequirements().has(id)).sort();
    const excused = [...citedOnly, ...removedRequirements].filter((id) => cited.has(id)).sort();
    expect(strange).toEqual(excused);
    expect(citedOnly.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('are the only ids in sources and features', () => {
    const wrong = written().flatMap(({ file, text }) =>
      (text.match(/\b[A-P]\d\d\.FR\.\d{2,3}\b/g) ?? [])
        .filter((id) => /is no requirement/.test(requirementFault(id) ?? ''))
        .map((id) => `${file}: ${id}`),
    );
    expect(wrong).toEqual([]);
  });
});
