import { featureRows } from './data/features.ts';
import { certificationProfiles } from './profiles.ts';
import type { Feature, OfficialCase } from './types.ts';

/** Terms of conditions that are no code of Part 5 but stand among them. */
export const moreThanOneEvse = 'HFS-8 > 1';
export const modeOneTwoOnly = 'Mode 1/2-only Charging Station';

const role = (name: string): OfficialCase['role'][] => (name === 'station' || name === 'csms' ? [name] : []);
const kind = (name: string): Feature['kind'] => (name === 'question' || name === 'hardware' ? name : 'feature');

let byId: ReadonlyMap<string, Feature> | undefined;

function catalogue(): ReadonlyMap<string, Feature> {
  byId ??= new Map(
    featureRows
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .map(([id = '', meaning = '', what = '', roles = '']) => [
        id,
        { id, meaning, kind: kind(what), roles: roles.split(',').flatMap(role) },
      ]),
  );
  return byId;
}

/** Feature codes, additional questions and hardware codes of Part 5 with errata, with their meaning in our words. */
export function allFeatures(): readonly Feature[] {
  return [...catalogue().values()];
}

/** The feature of exactly this id. */
export function findFeature(id: string): Feature | undefined {
  return catalogue().get(id);
}

/** Every word that `pics:` may answer: feature ids and the names of certification profiles. */
export function picsTerms(): readonly string[] {
  return [...catalogue().keys(), ...certificationProfiles.map(({ name }) => name)];
}
