import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { findCase, nearestCase } from '../../catalogue/index.ts';
import { suggestion } from '../../check/language/index.ts';
import { inventory } from '../inventory.ts';
import { readYaml, UsageError, type YamlFile } from './yaml-file.ts';

/** A check that is known to fail on a product (schemas/baseline.schema.json). */
export interface BaselineEntry {
  readonly case: string;
  readonly check: string;
  readonly reason: string;
  readonly link: string;
  /** `file:line` of the entry. */
  readonly place: string;
}

const keys = ['case', 'check', 'reason', 'link'] as const;
type Key = (typeof keys)[number];
const isKey = (text: string): text is Key => keys.some((key) => key === text);

/** Reads one entry after the other; every fault is a UsageError with file, line, what is wrong and what was meant. */
class BaselineReader {
  readonly #file: string;
  readonly #yaml: YamlFile;
  readonly #checks: ReadonlyMap<string, readonly string[]>;
  readonly #monitors: readonly string[];

  constructor(file: string, yaml: YamlFile, features: string) {
    this.#file = file;
    this.#yaml = yaml;
    const { cases, monitors } = inventory(features);
    // What a preamble expects accuses nobody: there is nothing to excuse.
    this.#checks = new Map(
      cases.map(({ id, checks }) => [id, checks.filter(({ preamble }) => !preamble).map((check) => check.id)]),
    );
    this.#monitors = monitors.filter(({ level }) => level === 'SHALL' || level === 'compatibility').map(({ id }) => id);
  }

  #fault(node: unknown, text: string): UsageError {
    return new UsageError(`${this.#file}:${this.#yaml.lineAt(node)}: ${text}`);
  }

  entry(node: unknown): BaselineEntry {
    if (!isMap(node)) throw this.#fault(node, `an entry has the keys ${keys.join(', ')}`);
    const values = this.#values(node);
    const text = (key: Key): string => {
      const value = values.get(key);
      if (value === undefined || value.text === '')
        throw this.#fault(value?.node ?? node, `the entry needs a "${key}"`);
      return value.text;
    };
    const entry = { case: text('case'), check: text('check'), reason: text('reason'), link: text('link') };
    this.#demandCheck(entry, values.get('case')?.node, values.get('check')?.node);
    if (!/^https?:\/\//.test(entry.link) || !URL.canParse(entry.link))
      throw this.#fault(values.get('link')?.node, `link "${entry.link}" is no address; write https://...`);
    return { ...entry, place: `${this.#file}:${this.#yaml.lineAt(node)}` };
  }

  #values(map: YAMLMap): Map<Key, { readonly text: string; readonly node: unknown }> {
    const values = new Map<Key, { readonly text: string; readonly node: unknown }>();
    for (const { key, value } of map.items) {
      const name = String(isScalar(key) ? key.value : key);
      if (!isKey(name)) throw this.#fault(key, `unknown key "${name}"${suggestion(name, keys)}`);
      if (!isScalar(value) || typeof value.value !== 'string') throw this.#fault(key, `"${name}" must be a text`);
      values.set(name, { text: value.value.trim(), node: value });
    }
    return values;
  }

  #demandCheck(entry: { readonly case: string; readonly check: string }, caseNode: unknown, checkNode: unknown): void {
    const own = this.#checks.get(entry.case);
    if (own === undefined) {
      const close = nearestCase(entry.case);
      const help = close === undefined || close === entry.case ? '' : `; did you mean ${close}?`;
      const what = findCase(entry.case) === undefined ? 'is no case' : 'is not implemented, it cannot fail';
      throw this.#fault(caseNode, `${entry.case} ${what}${help}`);
    }
    const known = [...own, ...this.#monitors];
    if (known.includes(entry.check)) return;
    const close = suggestion(entry.check, known);
    throw this.#fault(
      checkNode,
      `${entry.case} has no check "${entry.check}"${close === '' ? `; "assay checks --case ${entry.case}" lists them` : close}`,
    );
  }
}

/**
 * Reads the known differences of a product; `features` = where the cases stand.
 * @throws UsageError with file, line, what is wrong and the nearest valid value.
 */
export function loadBaseline(file: string, features: string): BaselineEntry[] {
  const yaml = readYaml(file, 'give the path of a list of known differences (README: "Known differences")');
  const { contents } = yaml.document;
  if (contents === null) return [];
  if (!isSeq(contents)) throw new UsageError(`${file}:1: known differences are a list of "- case: ..."`);
  const reader = new BaselineReader(file, yaml, features);
  const entries = contents.items.map((item) => reader.entry(item));
  const seen = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = `${entry.case} ${entry.check}`;
    const before = seen.get(key);
    if (before !== undefined) throw new UsageError(`${entry.place}: ${entry.check} stands in ${before.place} already`);
    seen.set(key, entry);
  }
  return entries;
}
