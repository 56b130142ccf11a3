import { aliases, allFeatures, findFeature, moreThanOneEvse, picsTerms } from './features.ts';
import { certificationProfiles, isProfile } from './profiles.ts';
import type { Feature, OfficialCase } from './types.ts';

/** A written value: yes, no, open (nobody has answered yet), a number, a word or a list. */
export type Written = boolean | number | string | readonly string[] | null;

/** What a key of a conformance statement answers, and the answer to terms; undefined = open. */
export type Reading =
  | { readonly answers: readonly (readonly [term: string, answer: boolean | undefined])[] }
  | { readonly fault: string; readonly choices: readonly string[] };

let longestFirst: readonly string[] | undefined;
const terms = () => {
  longestFirst ??= [...picsTerms()].sort((left, right) => right.length - left.length);
  return longestFirst;
};

/** The term of a key: a code or profile name, words may follow it (`C-30  local start ...`); or the title of a profile. */
export function termOfKey(key: string): string | undefined {
  const text = key.trim().replace(/\s+/g, ' ');
  const titled = certificationProfiles.find(({ title }) => title === text)?.name;
  const term = titled ?? terms().find((each) => text === each || text.startsWith(`${each} `));
  return term === undefined ? undefined : (aliases.get(term) ?? term);
}

const words: Readonly<Record<string, boolean | undefined>> = { yes: true, no: false, open: undefined };

/** Roles that declare a term; a profile is declared by both. */
export function rolesOf(term: string): readonly OfficialCase['role'][] {
  return isProfile(term) ? ['station', 'csms'] : (findFeature(term)?.roles ?? []);
}

/** Reads the answer to a term. A number of EVSEs answers two terms; a list or a word says yes. */
export function readAnswer(term: string, value: Written): Reading {
  const kind = findFeature(term)?.answer ?? 'yes or no';
  const one = (answer: boolean | undefined): Reading => ({ answers: [[term, answer]] });
  if (value === null || value === '') return one(undefined);
  if (typeof value === 'boolean') return one(value);
  if (typeof value === 'string' && Object.hasOwn(words, value.toLowerCase())) return one(words[value.toLowerCase()]);
  if (kind === 'number' && typeof value === 'number' && Number.isInteger(value) && value >= 1)
    return {
      answers: [
        [term, true],
        [moreThanOneEvse, value > 1],
      ],
    };
  if (kind === 'list' && Array.isArray(value)) return one(value.length > 0);
  if ((kind === 'list' || kind === 'text') && typeof value === 'string') return one(true);
  const said = kind === 'number' ? 'a number from 1' : kind === 'list' ? 'a list, yes, no or open' : 'yes, no or open';
  return { fault: `${term} must be ${said}, not ${JSON.stringify(value)}`, choices: Object.keys(words) };
}

/** One answer to write: `value` as it stands in the file, and in a comment where it came from. */
export interface WrittenAnswer {
  readonly value: string;
  readonly note?: string;
}

/** The keys of a statement of this role, by heading, in the order of Part 5. */
export function statementKeys(role: OfficialCase['role']): ReadonlyMap<string, readonly [term: string, key: string][]> {
  const keys = new Map<string, [string, string][]>();
  keys.set(
    'Certification profiles',
    certificationProfiles.map(({ name, title }) => [name, name === title ? name : `${name}  ${title}`]),
  );
  const declared = (feature: Feature) => feature.roles.includes(role) && feature.answer !== 'derived';
  for (const { id, meaning, group } of allFeatures().filter(declared)) {
    const key = meaning === '' ? id : `${id}  ${meaning}`;
    keys.set(group, [...(keys.get(group) ?? []), [id, key]]);
  }
  return keys;
}

/**
 * A conformance statement as YAML text: every question of the role under its heading, what nobody answered as `open`.
 * `schema` is where editors find the JSON schema, relative to the file.
 */
export function statementYaml(statement: {
  readonly role: OfficialCase['role'];
  readonly answers: ReadonlyMap<string, WrittenAnswer>;
  readonly schema: string;
  readonly heading?: readonly string[];
}): string {
  const { role, answers, schema, heading = [] } = statement;
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    '# Conformance statement (PICS): what the product supports. yes, no, or open for what nobody has answered yet.',
    ...heading.map((line) => `# ${line}`),
    `sut: ${role}`,
  ];
  for (const [group, rows] of statementKeys(role)) {
    lines.push('', `${group}:`);
    const width = Math.min(100, Math.max(...rows.map(([term, key]) => key.length + saidOf(answers, term).length)));
    for (const [term, key] of rows) {
      const answer = `  ${key}: ${saidOf(answers, term)}`;
      const note = answers.get(term)?.note;
      lines.push(note === undefined ? answer : `${answer.padEnd(width + 4)}  # ${note}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const saidOf = (answers: ReadonlyMap<string, WrittenAnswer>, term: string) => answers.get(term)?.value ?? 'open';
