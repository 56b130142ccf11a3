import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle, type Scenario } from '@cucumber/messages';
import { isKnown } from '../../check/names.ts';
import type { Schemas } from '../../check/schemas.ts';
import { csmsStates } from '../../states/csms/index.ts';
import { stationStates } from '../../states/station/index.ts';
import { resolvableNames } from '../case/fixtures.ts';
import { withDefaults } from '../config/defaults.ts';
import type { LintSetting } from './case-scope.ts';
import type { Role } from './roles.ts';
import { problemsOf } from './scenario.ts';
import { featureRole, idsIn, scenarioTagProblems } from './tags.ts';

export type { LintSetting } from './case-scope.ts';
export { checkScenario, type LintPickle, type LintStep, type Problem, problemsOf } from './scenario.ts';
export { readSentence, type Sentence } from './sentence.ts';

/** A folder that names the role must hold features of that role. */
const roleFolders: Readonly<Record<string, Role>> = { 'charging-station': 'station', csms: 'csms' };

/** What a lint without a configuration holds scenarios against: the defaults. */
export function defaultSetting(role: Role, schemas: Schemas): LintSetting {
  const states = role === 'station' ? stationStates : csmsStates;
  return {
    role,
    schemas,
    states: new Map(states.map((state) => [state.name, state])),
    names: resolvableNames(withDefaults({ sut: role, identity: 'LINT' }, (path) => path)),
  };
}

/** Every problem of every feature file below `folder` as `file:line why`, in file order; empty = clean. */
export function lintFeatures(folder: string, schemas: Schemas): string[] {
  const seen = new Map<string, string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature'));
  return files.sort().flatMap((name) => {
    const file = relative(process.cwd(), join(folder, name)).split(sep).join('/');
    const folderRole = roleFolders[name.split(sep)[0] ?? ''];
    return lintFile({ file, folderRole, seen, schemas, text: readFileSync(join(folder, name), 'utf8') });
  });
}

interface FileLint {
  /** As problems name it. */
  readonly file: string;
  readonly text: string;
  readonly folderRole: Role | undefined;
  /** Case ids of the files before this one, with their place. */
  readonly seen: Map<string, string>;
  readonly schemas: Schemas;
}

function lintFile(lint: FileLint): string[] {
  const { file, text, folderRole, schemas } = lint;
  const newId = IdGenerator.incrementing();
  let document: GherkinDocument;
  try {
    document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').find((line) => line.startsWith('(')) : undefined;
    return [`${file}:${/\((\d+):/.exec(reason ?? '')?.[1] ?? 1} ${reason ?? String(error)}`];
  }
  const problems: string[] = [];
  const report = (line: number, why: string) => problems.push(`${file}:${line} ${why}`);
  const role = featureRole((document.feature?.tags ?? []).map(({ name }) => name));
  if (typeof role !== 'string') {
    report(document.feature?.location.line ?? 1, role.why);
    return problems;
  }
  if (folderRole !== undefined && folderRole !== role) report(1, `a @${role} feature in the folder of the other role`);
  for (const { scenario, background, rule } of document.feature?.children ?? []) {
    if (background !== undefined) report(background.location.line, 'no Background: every case says all that it needs');
    if (rule !== undefined) report(rule.location.line, 'no Rule: a feature holds scenarios');
    if (scenario !== undefined) lintScenario(lint, document, scenario, role, report);
  }
  lintPickles(compile(document, file, newId), document, defaultSetting(role, schemas), report);
  return [...new Set(problems)].sort((a, b) => lineOf(a) - lineOf(b));
}

const lineOf = (problem: string) => Number(/:(\d+) /.exec(problem)?.[1] ?? 0);

type Report = (line: number, why: string) => void;

function lintScenario(
  { file, seen }: FileLint,
  document: GherkinDocument,
  scenario: Scenario,
  role: Role,
  report: Report,
) {
  const { line } = scenario.location;
  const tags = scenario.tags.map(({ name }) => name);
  const first = (scenario.tags[0]?.location.line ?? line) - 1;
  const last = scenario.steps[0]?.location.line ?? line;
  const commented = document.comments.some(({ location }) => location.line >= first && location.line < last);
  if (scenario.description !== '') {
    report(line, 'a description; a mistyped keyword reads like one: write remarks as comments');
  }
  for (const why of scenarioTagProblems(tags, role, commented)) report(line, why);
  for (const id of idsIn(tags)) {
    const before = seen.get(id);
    if (before !== undefined) report(line, `${id} stands in ${before} too`);
    seen.set(id, `${file}:${line}`);
  }
  for (const { tableHeader, tags: exampleTags } of scenario.examples) {
    for (const { name, location } of exampleTags) report(location.line, `${name}: examples carry no tags`);
    for (const { value } of tableHeader?.cells ?? []) {
      if (isKnown(value))
        report(tableHeader?.location.line ?? line, `Examples header "${value}" is the name of a fixture`);
    }
  }
}

function lintPickles(
  pickles: readonly Pickle[],
  document: GherkinDocument,
  setting: LintSetting,
  report: Report,
): void {
  const lines = new Map<string, number>();
  for (const { scenario } of document.feature?.children ?? []) {
    if (scenario === undefined) continue;
    lines.set(scenario.id, scenario.location.line);
    for (const { id, location } of scenario.steps) lines.set(id, location.line);
  }
  for (const pickle of pickles) {
    for (const { step, why } of problemsOf(pickle, setting)) {
      const written = step === undefined ? undefined : pickle.steps[step];
      const line = lines.get((written ?? pickle).astNodeIds[0] ?? '') ?? 1;
      report(line, written === undefined ? why : `${why}  [${written.text}]`);
    }
  }
}
