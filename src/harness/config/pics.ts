import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import {
  certificationProfiles,
  findFeature,
  picsTerms,
  readAnswer,
  rolesOf,
  type Statement,
  statementKeys,
  termOfKey,
  type Written,
} from '../../catalogue/index.ts';
import { nearest } from '../../check/language/nearest.ts';
import { readYaml, UsageError, type YamlFile } from './yaml-file.ts';

type Role = 'station' | 'csms';

interface Found {
  readonly answers: Record<string, boolean | undefined>;
  readonly sources: Record<string, string>;
}

const headings = (role: Role) => [...statementKeys(role).keys()];

/** The code at the beginning of a key: what is compared with the known ones. */
const codeIn = (key: string) => /^\S+(?: > 1)?/.exec(key)?.[0] ?? key;

/** How many letters two words share at their beginning. */
function shared(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Nearest of the words; of two equally near, the one that begins alike. */
const nearestOf = (said: string, words: readonly string[]) =>
  nearest(
    said,
    [...words].sort((one, other) => shared(said, other) - shared(said, one)),
  );

function unknownHeading(key: string, role: Role): string {
  const close = nearest(key, headings(role));
  return `no such heading: "${key}"; ${close === undefined ? `headings: ${headings(role).join(', ')}` : `did you mean ${close}?`}`;
}

function unknownQuestion(key: string, role: Role): string {
  const codes = picsTerms().filter((term) => rolesOf(term).includes(role));
  const words = [...codes, ...certificationProfiles.map(({ title }) => title), 'sut', 'product'];
  const close = nearestOf(codeIn(key), words) ?? nearestOf(key, words);
  const help = close === undefined ? '"assay pics" writes a file with all questions' : `did you mean ${close}?`;
  return `no such question: "${key}"; ${help}`;
}

/** Reads one map of answers; what stands under a heading is read as if it stood outside. */
class StatementReader {
  readonly found: Found = { answers: {}, sources: {} };
  readonly #file: string;
  readonly #yaml: YamlFile;
  readonly #role: Role;

  constructor(file: string, yaml: YamlFile, role: Role) {
    this.#file = file;
    this.#yaml = yaml;
    this.#role = role;
  }

  fault(node: unknown, text: string): UsageError {
    return new UsageError(`${this.#file}:${this.#yaml.lineAt(node)}: ${text}`);
  }

  read(map: YAMLMap, top: boolean): void {
    for (const { key, value } of map.items) {
      const text = String(isScalar(key) ? key.value : key);
      if (top && (text === 'sut' || text === 'product')) continue;
      if (isMap(value)) this.#group(key, text, value, top);
      else this.#answer(key, text, value);
    }
  }

  #group(key: unknown, text: string, value: YAMLMap, top: boolean): void {
    if (!top || !headings(this.#role).includes(text)) throw this.fault(key, unknownHeading(text, this.#role));
    this.read(value, false);
  }

  #answer(key: unknown, text: string, node: unknown): void {
    const term = termOfKey(text);
    if (term === undefined) {
      // A heading whose answers were all taken out.
      if (headings(this.#role).includes(text) && (node === null || (isScalar(node) && node.value === null))) return;
      throw this.fault(key, unknownQuestion(text, this.#role));
    }
    if (!rolesOf(term).includes(this.#role))
      throw this.fault(
        key,
        `${term} is a question to a ${this.#role === 'csms' ? 'charging station' : 'CSMS'} (${findFeature(term)?.meaning ?? term}); take it out`,
      );
    const reading = readAnswer(term, written(node));
    if ('fault' in reading) {
      const said = isScalar(node) ? String(node.value) : '';
      const close = nearest(said, reading.choices);
      throw this.fault(key, `${reading.fault}${close === undefined ? '' : `; did you mean ${close}?`}`);
    }
    for (const [name, answer] of reading.answers) this.#take(key, name, answer);
  }

  #take(key: unknown, term: string, answer: boolean | undefined): void {
    const before = this.found.sources[term];
    if (before !== undefined && this.found.answers[term] !== answer)
      throw this.fault(key, `${term} is answered twice, and differently; the first answer is ${before}`);
    this.found.answers[term] = answer;
    this.found.sources[term] = `${this.#file}:${this.#yaml.lineAt(key)}`;
  }
}

function written(node: unknown): Written {
  if (isSeq(node)) return node.items.map((item) => String(isScalar(item) ? item.value : item));
  if (node === null || node === undefined) return null;
  // An alias or anything else is shown as it is written, and refused as no answer.
  const value = isScalar(node) ? node.value : String(node);
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : null;
}

/** Reads the answers of a map inside a file: `pics:` of a configuration. */
export function readStatement(file: string, yaml: YamlFile, map: YAMLMap, role: Role): Statement {
  const reader = new StatementReader(file, yaml, role);
  reader.read(map, false);
  return reader.found;
}

/**
 * Reads a conformance statement (`pics.yaml`) of a role.
 * @throws UsageError with file, line, what is wrong and the nearest valid value.
 */
export function loadPics(file: string, role: Role): Statement {
  const yaml = readYaml(file, 'give the path of a conformance statement; "assay pics" writes one to fill in');
  const { contents } = yaml.document;
  if (!isMap(contents)) throw new UsageError(`${file}:1: a conformance statement is a list of "question: answer"`);
  const sut: unknown = contents.get('sut');
  if (sut !== role) {
    const close = sut === undefined || sut === null ? undefined : nearest(String(sut), ['station', 'csms']);
    throw new UsageError(
      sut === undefined
        ? `${file}:1: needs the line "sut: ${role}"`
        : `${file}:${yaml.lineOf('/sut')}: sut is ${String(sut)}, but ${role} is asked for${close === undefined || close === role ? `; write "sut: ${role}"` : '; this is the statement of another product'}`,
    );
  }
  const reader = new StatementReader(file, yaml, role);
  reader.read(contents, true);
  return reader.found;
}

/** One statement over another: where the upper one speaks, or leaves open, the lower one is not heard. */
export function overlaid(lower: Statement, upper: Statement): Statement {
  return { answers: { ...lower.answers, ...upper.answers }, sources: { ...lower.sources, ...upper.sources } };
}

/** Only the answers that were given. */
export function givenAnswers({ answers }: Statement): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
  );
}
