import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { ErrorObject } from 'ajv';
import { isAlias, isMap, isScalar } from 'yaml';
import type { Statement } from '../../catalogue/index.ts';
import { nearest } from '../../check/language/nearest.ts';
import { packageRoot } from '../package-root.ts';
import { type WrittenConfig, withDefaults } from './defaults.ts';
import { validateConfig } from './generated/validator.js';
import { givenAnswers, loadPics, overlaid, readStatement } from './pics.ts';
import { chooseSut, identitiesOf } from './suts.ts';
import type { Config } from './types.ts';
import { partsOf, readYaml, UsageError, type YamlFile } from './yaml-file.ts';

export { UsageError } from './yaml-file.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

function readSchema(): Schema {
  return JSON.parse(readFileSync(join(packageRoot, 'schemas', 'config.schema.json'), 'utf8')) as Schema;
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** What a schema says about the part named `part`: a property, an item of a list, or the value under a free key. */
function below(schema: Schema, node: unknown, part: string): unknown {
  const next =
    member(member(node, 'properties'), part) ?? member(node, 'items') ?? member(node, 'additionalProperties');
  const definition = /^#\/definitions\/(\w+)$/.exec(String(member(next, '$ref')))?.[1];
  return definition === undefined ? next : member(schema.definitions, definition);
}

/** Keys that the schema knows at a JSON pointer. */
function keysAt(schema: Schema, pointer: string): string[] {
  let node: unknown = schema;
  for (const part of partsOf(pointer)) node = below(schema, node, part);
  const properties = member(node, 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

function complaint(error: ErrorObject, schema: Schema): { pointer: string; extra?: string; text: string } {
  const pointer = error.instancePath;
  const where = pointer === '' ? 'the configuration' : pointer.slice(1).replaceAll('/', '.');
  if (error.keyword === 'additionalProperties') {
    const extra = String(error.params['additionalProperty']);
    const keys = keysAt(schema, pointer);
    const close = nearest(extra, keys);
    const help = close === undefined ? `known keys: ${keys.join(', ')}` : `did you mean ${close}?`;
    return { pointer, extra, text: `unknown key "${extra}" in ${where}; ${help}` };
  }
  if (error.keyword === 'required')
    return { pointer, text: `${where} needs the key "${String(error.params['missingProperty'])}"` };
  if (error.keyword === 'enum') {
    return { pointer, text: `${where} must be one of ${(error.params['allowedValues'] as unknown[]).join(', ')}` };
  }
  return { pointer, text: `${where} ${error.message ?? 'is not valid'}` };
}

/** `${env:NAME}` in any text, from the environment; a missing variable is wrong use. */
function substitute(value: unknown, file: string): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{env:([A-Za-z_]\w*)\}/g, (_all, name: string) => {
      const text = process.env[name];
      if (text === undefined)
        throw new UsageError(`${file}: the environment variable ${name} is not set; set it or write the value`);
      return text;
    });
  }
  if (Array.isArray(value)) return value.map((item) => substitute(item, file));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, file)]));
}

/** Checks a configuration object against the schema; `where` turns a place into file and line. */
function checkConfig(value: unknown, where: (pointer: string, extra?: string) => string): WrittenConfig {
  if (validateConfig(value)) return value;
  const schema = readSchema();
  const [error] = validateConfig.errors ?? [];
  if (error === undefined) throw new UsageError(`${where('')}: not a valid configuration`);
  const { pointer, extra, text } = complaint(error, schema);
  throw new UsageError(`${where(pointer, extra)}: ${text}`);
}

const readConfig = (file: string): YamlFile =>
  readYaml(file, 'give the path of a configuration file (README: "Write a configuration")');

/** Identities of the subjects that a configuration file describes under `suts`; none when it describes one. */
export function sutsOf(file: string): string[] {
  const yaml = readConfig(file);
  return identitiesOf(file, yaml, yaml.document.toJS(), (value) => substitute(value, file));
}

/**
 * Reads, checks and completes a configuration file. Files named in it are relative to it; `picsFile` is not. `identity`: which
 * of the subjects under `suts`.
 */
export function loadConfig(file: string, picsFile?: string, identity?: string): Config {
  const yaml = readConfig(file);
  const sut = chooseSut(file, yaml, { identity, fill: (value) => substitute(value, file) });
  const written = checkConfig(sut.value, (pointer, extra) => `${file}:${sut.lineOf(pointer, extra)}`);
  const base = dirname(resolve(file));
  const inFolder = (path: string) => (isAbsolute(path) ? path : join(base, path));
  const pics = statementOf(file, yaml, written, { inFolder, index: sut.index });
  const said = picsFile === undefined ? pics : overlaid(pics, loadPics(picsFile, written.sut));
  const completed = { ...withDefaults(written, inFolder), pics: givenAnswers(said), picsSources: said.sources };
  return demandPassword(completed, file);
}

/** `pics` of a configuration: answers by code, or the name of a file that holds them; those of one subject before those of all. */
function statementOf(
  file: string,
  yaml: YamlFile,
  { sut }: WrittenConfig,
  { inFolder, index }: { readonly inFolder: (path: string) => string; readonly index: number | undefined },
): Statement {
  const { document } = yaml;
  const places = [['pics'], ...(index === undefined ? [] : [['suts', index, 'pics']])];
  const statements = places.map((path): Statement => {
    const node = document.getIn(path, true);
    const meant = isAlias(node) ? node.resolve(document) : node;
    if (isMap(meant)) return readStatement(file, yaml, meant, sut);
    const named = isScalar(meant) ? substitute(meant.value, file) : undefined;
    return typeof named === 'string'
      ? loadPics(relative(process.cwd(), inFolder(named)), sut)
      : { answers: {}, sources: {} };
  });
  return statements.reduce(overlaid);
}

/** Profiles 1 and 2 authenticate with a password; without one every connection would be refused. */
function demandPassword(config: Config, file: string): Config {
  if (config.securityProfile === 3 || config.password !== '') return config;
  throw new UsageError(
    `${file}: security profile ${config.securityProfile} needs a "password" of 16 to 64 characters; add it (or ${'$'}{env:NAME})`,
  );
}

/** A configuration made by the program itself, checked like one from a file. */
export function completeConfig(value: Readonly<Record<string, unknown>>): Config {
  return withDefaults(
    checkConfig(value, () => 'configuration'),
    (path) => path,
  );
}
