import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { statementYaml, type WrittenAnswer } from '../catalogue/index.ts';
import { type Config, loadConfig, loadPics, overlaid, packageRoot, UsageError } from '../harness/index.ts';
import { personality } from '../subject/index.ts';
import { identityNeedsConfig } from './run.ts';

export type Role = 'station' | 'csms';

/** The role that --sut names. */
export function roleOf(sut: string): Role {
  if (sut === 'station' || sut === 'csms') return sut;
  throw new UsageError(`--sut ${sut}: must be station or csms`);
}

/** What is known of the product, and of the run when there is a configuration. */
export interface Declared {
  readonly answers: Readonly<Record<string, boolean | undefined>>;
  readonly sources: Readonly<Record<string, string>>;
  /** Undefined = the embedded product. */
  readonly config?: Config;
  /** For a headline. */
  readonly product: string;
}

/** Answers of an embedded product: its personality's, with those of a file laid over. */
export function embeddedStatement(role: Role, name = 'ac-3ph', picsFile?: string): Omit<Declared, 'config'> {
  const answers = role === 'station' ? personality(name).pics : {};
  const from = `personality ${name}`;
  const own = { answers, sources: Object.fromEntries(Object.keys(answers).map((term) => [term, from])) };
  const said = picsFile === undefined ? own : overlaid(own, loadPics(picsFile, role));
  const product = role === 'station' ? `the embedded station, ${from}` : 'the embedded CSMS';
  return { ...said, product: picsFile === undefined ? product : `${product}, with the answers of ${picsFile}` };
}

/** What the options of plan, explain and pics say about the product. */
export function declared(
  role: Role,
  options: {
    readonly config?: string;
    readonly identity?: string;
    readonly pics?: string;
    readonly personality?: string;
  },
): Declared {
  identityNeedsConfig(options);
  if (options.config === undefined) return embeddedStatement(role, options.personality, options.pics);
  const config = loadConfig(options.config, options.pics, options.identity);
  if (config.sut !== role) throw new UsageError(`${options.config}: sut is ${config.sut}, but --sut says ${role}`);
  return {
    answers: config.pics,
    sources: config.picsSources,
    config,
    product: `${config.subject} (${[options.config, ...(options.pics === undefined ? [] : [options.pics])].join(', ')}), security profile ${config.securityProfile}`,
  };
}

/** Where an editor finds the schema, from the folder of a file. */
function schemaFor(file: string | undefined): string {
  const schema = join(packageRoot, 'schemas', 'pics.schema.json');
  const way = relative(file === undefined ? process.cwd() : dirname(resolve(file)), schema).replaceAll('\\', '/');
  // Far from the checkout a path up to the root would only hold on this machine.
  return way.split('../').length > 4 ? 'pics.schema.json' : way.startsWith('.') ? way : `./${way}`;
}

/** Refuses a file that is there already: answers of a person would be lost. */
export function demandNewFile(file: string | undefined): void {
  if (file === undefined || !existsSync(file)) return;
  throw new UsageError(`--write ${file}: there is such a file already; give another name, or move it away first`);
}

/**
 * Writes a statement to a file, or to the terminal without one.
 * @throws UsageError when there is such a file.
 */
export function writeStatement(
  role: Role,
  file: string | undefined,
  answers: ReadonlyMap<string, WrittenAnswer>,
  heading: readonly string[] = [],
): void {
  const text = statementYaml({ role, answers, schema: schemaFor(file), heading });
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  demandNewFile(file);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, text);
}

/** Answers as they are written down; of the number of EVSEs only "more than one" may be known. */
function asWritten(answers: Declared['answers']): Map<string, WrittenAnswer> {
  const written = new Map<string, WrittenAnswer>();
  for (const [term, answer] of Object.entries(answers))
    written.set(term, { value: answer === undefined ? 'open' : answer ? 'yes' : 'no' });
  const several = answers['HFS-8 > 1'];
  if (several !== undefined)
    written.set('HFS-8', several ? { value: '2', note: 'or more: give the number' } : { value: '1' });
  return written;
}

/** `assay pics`: all questions of a role, with the answers there are. */
export function picsCommand(options: {
  readonly sut: string;
  readonly config?: string;
  readonly pics?: string;
  readonly personality?: string;
  readonly write?: string;
}): void {
  const role = roleOf(options.sut);
  const empty = options.config === undefined && options.pics === undefined && options.personality === undefined;
  const { answers } = empty ? { answers: {} } : declared(role, options);
  writeStatement(role, options.write, asWritten(answers));
  if (options.write !== undefined) process.stdout.write(`${options.write}: written; answer what says "open"\n`);
}
