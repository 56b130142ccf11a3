import { aliasRows, featureRows } from './data/features.ts';
import { certificationProfiles } from './profiles.ts';
import type { Feature, OfficialCase } from './types.ts';

/** Terms of conditions that are no code of Part 5 but stand among them. */
export const moreThanOneEvse = 'HFS-8 > 1';
export const modeOneTwoOnly = 'Mode 1/2-only Charging Station';

const role = (name: string): OfficialCase['role'][] => (name === 'station' || name === 'csms' ? [name] : []);
const kind = (name: string): Feature['kind'] => (name === 'question' || name === 'hardware' ? name : 'feature');
const answers = ['number', 'list', 'text', 'derived'] as const;
const cellsOf = (row: string): string[] => row.split('|').map((cell) => cell.trim());

let byId: ReadonlyMap<string, Feature> | undefined;

function catalogue(): ReadonlyMap<string, Feature> {
  if (byId !== undefined) return byId;
  const read = new Map<string, Feature>();
  let group = '';
  for (const row of featureRows.trim().split('\n')) {
    if (row.startsWith('## ')) group = row.slice(3);
    else {
      const [id = '', meaning = '', what = '', roles = '', answered] = cellsOf(row);
      const answer = answers.find((each) => each === answered) ?? 'yes or no';
      read.set(id, { id, meaning, group, kind: kind(what), roles: roles.split(',').flatMap(role), answer });
    }
  }
  byId = read;
  return read;
}

/** Feature codes, additional questions and hardware codes of Part 5 with errata, with their meaning in our words. */
export function allFeatures(): readonly Feature[] {
  return [...catalogue().values()];
}

/** The feature of exactly this id. */
export function findFeature(id: string): Feature | undefined {
  return catalogue().get(id);
}

/** What another layout of Part 5 calls it (`LA-0`, `ISO-3`), by that name. */
export const aliases: ReadonlyMap<string, string> = new Map(
  aliasRows
    .trim()
    .split('\n')
    .map(cellsOf)
    .map(([from = '', to = '']) => [from, to]),
);

/** Every word that `pics:` may answer: feature ids, their other names and the names of certification profiles. */
export function picsTerms(): readonly string[] {
  return [...certificationProfiles.map(({ name }) => name), ...catalogue().keys(), ...aliases.keys()];
}
