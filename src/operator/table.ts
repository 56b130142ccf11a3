import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { intentWords } from './intents.ts';
import { nearest } from './nearest.ts';
import { placeholders, textsOf } from './template.ts';

/** One HTTP exchange of the table; texts may hold placeholders. */
export interface TableStep {
  readonly line: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Name to path in the JSON answer; kept for later orders about the same station. */
  readonly remember: Readonly<Record<string, string>>;
  /** Path in the JSON answer of what a view shows. */
  readonly show?: string;
  /** Statuses that mean: this CSMS has no such function. */
  readonly unavailable: readonly number[];
}
export interface TableEntry {
  readonly before: readonly TableStep[];
  readonly step: TableStep;
}
export interface OperatorTable {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly entries: ReadonlyMap<string, TableEntry>;
}

/** The table cannot be used; one line for every fault, with file and line number. */
export class TableFault extends Error {
  override readonly name = 'TableFault';
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const topKeys = ['base', 'headers', 'timeout seconds', 'intents'];
const stepKeys = ['method', 'url', 'headers', 'body', 'remember', 'show', 'unavailable'];

/** Names besides the 39 messages, and the words their placeholders may use. */
export const otherIntents: Readonly<Record<string, readonly string[]>> = {
  'configure next boot status': ['next boot status'],
  'configure token': ['token', 'status', 'group'],
  'configure tariff': ['tariff'],
  'configure password': ['password'],
  'configure client certificate': ['client certificate'],
  'view variable': ['name'],
  'view monitors': ['name'],
  'view report': ['name'],
  'view transaction cost': ['name'],
  restart: [],
};
const allWords: Readonly<Record<string, readonly string[]>> = { ...intentWords, ...otherIntents };

/** Words that every order has: the station, the time (RFC 3339), a number that was not used before. */
const ownWords = ['station', 'now', 'new id'];

class TableReader {
  readonly faults: string[] = [];
  readonly #file: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #lines = new LineCounter();
  readonly #remembered = new Set<string>();

  constructor(file: string, env: Readonly<Record<string, string | undefined>>) {
    this.#file = file;
    this.#env = env;
  }

  read(text: string): OperatorTable {
    const document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    for (const { pos, message } of document.errors) this.#say(this.#lines.linePos(pos[0]).line, message);
    const top = this.#map(document.contents, 'the table');
    if (this.faults.length > 0 || top === undefined) return this.#end();
    this.#keys(top, topKeys, 'the table');
    this.#prepare(document);
    const base = this.#text(top, 'base') ?? '';
    if (!/^https?:\/\//.test(base))
      this.#say(this.#line(top), '"base" must be the URL of the CSMS API, http:// or https://');
    const seconds = Number(this.#text(top, 'timeout seconds') ?? '30');
    if (!(seconds > 0)) this.#say(this.#line(top), '"timeout seconds" must be a number above 0');
    const headers = this.#texts(top, 'headers');
    const entries = this.#entries(top);
    if (this.faults.length > 0) return this.#end();
    return { base: base.replace(/\/$/, ''), headers, timeoutSeconds: seconds, entries };
  }

  #end(): never {
    throw new TableFault(this.faults.join('\n') || `${this.#file}: the table is empty`);
  }
  #say(line: number, text: string): void {
    this.faults.push(`${this.#file} line ${line}: ${text}`);
  }
  #line(node: Node | null | undefined): number {
    return this.#lines.linePos(node?.range?.[0] ?? 0).line;
  }
  #map(node: unknown, what: string): YAMLMap | undefined {
    if (isMap(node)) return node;
    this.#say(isScalar(node) || isSeq(node) ? this.#line(node) : 1, `${what} must be a map of keys and values`);
    return undefined;
  }
  #pairs(map: YAMLMap): { key: string; line: number; value: unknown }[] {
    return map.items.map(({ key, value }: Pair) => ({
      key: isScalar(key) ? String(key.value) : '',
      line: isScalar(key) ? this.#line(key) : this.#line(map),
      value,
    }));
  }
  #keys(map: YAMLMap, known: readonly string[], what: string): void {
    for (const { key, line } of this.#pairs(map)) {
      if (!known.includes(key)) this.#say(line, `${what} knows no "${key}"; nearest is "${nearest(key, known) ?? ''}"`);
    }
  }
  #text(map: YAMLMap, key: string): string | undefined {
    const node: unknown = map.get(key, true);
    if (node === undefined) return undefined;
    if (isScalar(node) && node.value !== null) return String(node.value);
    this.#say(this.#line(map), `"${key}" must be a text`);
    return undefined;
  }
  #texts(map: YAMLMap, key: string): Readonly<Record<string, string>> {
    const node: unknown = map.get(key, true);
    if (node === undefined) return {};
    const inner = this.#map(node, `"${key}"`);
    return inner === undefined
      ? {}
      : Object.fromEntries(this.#pairs(inner).map((pair) => [pair.key, this.#text(inner, pair.key) ?? '']));
  }
  /** Puts secrets in from the environment, so that none stands in the file, and notes the names that answers are remembered by. */
  #prepare(document: Document): void {
    visit(document, {
      Scalar: (_key, node) => {
        if (typeof node.value === 'string') node.value = this.#filled(node.value, this.#line(node));
      },
      Pair: (_key, { key, value }) => {
        if (isScalar(key) && key.value === 'remember' && isMap(value)) {
          for (const { key: name } of this.#pairs(value)) this.#remembered.add(name);
        }
      },
    });
  }
  #filled(text: string, line: number): string {
    return text.replaceAll(/\$\{env:(\w+)\}/g, (_whole, name: string) => {
      const value = this.#env[name];
      if (value === undefined) this.#say(line, `the environment variable ${name} is not set`);
      return value ?? '';
    });
  }

  #entries(top: YAMLMap): Map<string, TableEntry> {
    const entries = new Map<string, TableEntry>();
    const intents = this.#map(top.get('intents', true), '"intents"');
    if (intents === undefined) return entries;
    for (const { key, line, value } of this.#pairs(intents)) {
      const words = allWords[key];
      const map = this.#map(value, `"${key}"`);
      if (words === undefined)
        this.#say(line, `no intent "${key}"; nearest is "${nearest(key, Object.keys(allWords)) ?? ''}"`);
      else if (map !== undefined) entries.set(key, this.#entry(key, words, map));
    }
    return entries;
  }

  #entry(name: string, words: readonly string[], map: YAMLMap): TableEntry {
    this.#keys(map, [...stepKeys, 'before'], `"${name}"`);
    const before: unknown = map.get('before', true);
    if (before !== undefined && !isSeq(before))
      this.#say(this.#line(map), `"before" of "${name}" must be a list of exchanges`);
    const steps = isSeq(before) ? before.items.flatMap((item) => this.#map(item, `"before" of "${name}"`) ?? []) : [];
    for (const step of steps) this.#keys(step, stepKeys, `"before" of "${name}"`);
    return { before: steps.map((step) => this.#step(name, words, step)), step: this.#step(name, words, map) };
  }

  #step(name: string, words: readonly string[], map: YAMLMap): TableStep {
    const line = this.#line(map);
    const method = this.#text(map, 'method') ?? 'POST';
    if (!methods.includes(method)) this.#say(line, `"${name}": method "${method}" is none of ${methods.join(', ')}`);
    const url = this.#text(map, 'url');
    if (url === undefined) this.#say(line, `"${name}" needs a "url"`);
    const bodyNode: unknown = map.get('body', true);
    const body: unknown = isMap(bodyNode) || isSeq(bodyNode) || isScalar(bodyNode) ? bodyNode.toJSON() : undefined;
    const headers = this.#texts(map, 'headers');
    for (const text of [url ?? '', ...Object.values(headers), ...textsOf(body)])
      this.#placeholders(name, words, text, line);
    const show = this.#text(map, 'show');
    const unavailable = (this.#text(map, 'unavailable') ?? '501').split(/[\s,]+/).map(Number);
    if (unavailable.some(Number.isNaN))
      this.#say(line, `"unavailable" of "${name}" must be HTTP statuses, such as 404, 501`);
    return {
      line,
      method,
      url: url ?? '',
      headers,
      body,
      remember: this.#texts(map, 'remember'),
      unavailable,
      ...(show === undefined ? {} : { show }),
    };
  }

  #placeholders(name: string, words: readonly string[], text: string, line: number): void {
    const known = [...ownWords, ...words, ...(words.includes('transaction') ? ['transaction evse'] : [])];
    try {
      for (const one of placeholders(text)) {
        const remembered = one.name.startsWith('@') && this.#remembered.has(one.name.slice(1));
        if (!remembered && !known.includes(one.name)) {
          this.#say(line, `"${name}" has no word "${one.name}"; nearest is "${nearest(one.name, known) ?? ''}"`);
        }
      }
    } catch (error) {
      this.#say(line, error instanceof Error ? error.message : String(error));
    }
  }
}

/** Reads a table from YAML text; `file` names it in messages. Throws TableFault that names every fault with its line. */
export function readTable(
  text: string,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): OperatorTable {
  return new TableReader(file, env).read(text);
}
