import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type ISupportCodeLibrary, loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages';
import { packageRoot } from './package-root.ts';
import { currentRun } from './run.ts';

/** As cucumber is given it: it looks up every part of a path, in every run. */
const inPackage = (path: string) => relative(packageRoot, path);
/** Compiled code when this module is compiled; the sources otherwise (tsx, vitest). */
const compiled = import.meta.url.endsWith('.js');
const code = (path: string) =>
  compiled ? join(packageRoot, 'dist', path.replace(/\.ts$/, '.js')) : join(packageRoot, path);

/** A feature that cannot be read: wrong use, one line. */
export class FeatureError extends Error {
  override readonly name = 'FeatureError';
}

export interface Scenario {
  readonly id: string;
  readonly uri: string;
  readonly line: number;
  /** Line of each sentence. */
  readonly stepLines: readonly number[];
  readonly pickle: Pickle;
}

/** Feature files below a folder, sorted. */
export function featureFiles(folder: string): string[] {
  if (!existsSync(folder)) throw new FeatureError(`${folder}: no such folder; give the folder of the features`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.feature'))
    .sort()
    .map((name) => join(folder, name));
}

/** Every scenario of a folder by case id; a file that does not parse is a FeatureError with file and line. */
export function scenariosIn(folder: string): Scenario[] {
  return featureFiles(folder).flatMap((file) => {
    const uri = relative(process.cwd(), file);
    const newId = IdGenerator.incrementing();
    try {
      const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher());
      const document = parser.parse(readFileSync(file, 'utf8'));
      return compile(document, uri, newId).map((pickle) => ({
        id: idOf(pickle),
        uri,
        line: lineOf(document, pickle),
        stepLines: stepLinesOf(document, pickle),
        pickle,
      }));
    } catch (error) {
      const reason =
        error instanceof Error
          ? (error.message.split('\n').find((line) => line.startsWith('(')) ?? error.message)
          : String(error);
      throw new FeatureError(`${uri}: ${reason}`);
    }
  });
}

const idOf = ({ tags }: Pickle) => tags.find(({ name }) => /^@(?:TC|X)_/.test(name))?.name.slice(1) ?? '';

function lineOf(document: GherkinDocument, { astNodeIds }: Pickle): number {
  const scenario = document.feature?.children.find((child) => child.scenario?.id === astNodeIds[0])?.scenario;
  return scenario?.location.line ?? 1;
}

function stepLinesOf(document: GherkinDocument, { astNodeIds, steps }: Pickle): number[] {
  const scenario = document.feature?.children.find((child) => child.scenario?.id === astNodeIds[0])?.scenario;
  const lines = new Map(scenario?.steps.map(({ id, location }) => [id, location.line]));
  return steps.map((step) => lines.get(step.astNodeIds[0] ?? '') ?? scenario?.location.line ?? 1);
}

const asUrl = (file: string) => pathToFileURL(code(join('src', 'harness', file))).href;

const provided = {
  import: ['parameter-types.ts', 'world.ts', 'hooks.ts', 'sentences.ts'].map((file) => code(join('steps', file))),
  format: [`"${asUrl('silent-formatter.ts')}"`],
  strict: true,
  publish: false,
  plugin: [asUrl('judge-step.ts')],
};

/** Cucumber's own progress is not shown: progress, verdicts and reports are ours. */
const environment = { cwd: packageRoot, stdout: new PassThrough().resume(), stderr: process.stderr };
type Prepared = Pick<Awaited<ReturnType<typeof loadConfiguration>>, 'runConfiguration'> & {
  readonly support: ISupportCodeLibrary;
};
let prepared: Promise<Prepared> | undefined;

/** Cucumber's configuration and our sentences, read once a process: only paths and fail-fast differ between cases. */
async function prepare(): Promise<Prepared> {
  const { runConfiguration } = await loadConfiguration({ provided, file: false }, environment);
  const support = await loadSupport(runConfiguration, environment);
  const { originalCoordinates } = support;
  // Cucumber looks up the files of sentences it has already read, in every run; one of them is enough to have it content.
  const importPaths = originalCoordinates.importPaths.slice(0, 1).map(inPackage);
  return { runConfiguration, support: { ...support, originalCoordinates: { ...originalCoordinates, importPaths } } };
}

const read = new Map<string, readonly Scenario[]>();
/** Files that hold a scenario of the present batch: a case does not pay for the files of all others. */
function filesOfBatch(folder: string): string[] {
  const scenarios = read.get(folder) ?? scenariosIn(folder);
  read.set(folder, scenarios);
  const run = currentRun();
  const { batch } = run;
  run.places = new Map(
    scenarios
      .filter(({ id }) => batch.has(id))
      .map(({ id, uri, stepLines }) => [id, stepLines.map((line) => `${uri}:${line}`)]),
  );
  return [...new Set(scenarios.filter(({ id }) => batch.has(id)).map(({ uri }) => inPackage(resolve(uri))))];
}

/**
 * Runs the scenarios that the present run selects; the verdicts come from the run, not from here. `failFast`: the rest of an
 * Outline is left out after its first bad example.
 */
export async function runScenarios(folder: string, failFast = false): Promise<boolean> {
  const paths = filesOfBatch(folder);
  prepared ??= prepare();
  const { runConfiguration, support } = await prepared;
  const { sources, runtime } = runConfiguration;
  const configuration = {
    ...runConfiguration,
    sources: { ...sources, paths },
    runtime: { ...runtime, failFast },
    support,
  };
  const { success } = await runCucumber(configuration, environment);
  return success;
}
