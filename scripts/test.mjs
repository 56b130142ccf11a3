// Everything that must hold before a change is taken, in the order of CI. `--only unit,lint` runs some of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, chromiumPlaces } from './chromium.mjs';
import { ensureBuilt } from './ensure-built.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const work = mkdtempSync(join(tmpdir(), 'assay-test-'));

const print = (line) => process.stdout.write(`${line}\n`);

/** Runs a script of ours or of a package with this Node; resolves paths against the checkout. */
function node(script, args, env = {}) {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
  const { status, error } = spawnSync(process.execPath, [join(root, script), ...args], options);
  if (error !== undefined) print(`${script}: ${error.message}`);
  return status === 0;
}
const tool = (script, args, env) => node(join('node_modules', script), args, env);
const assay = (args) => node(join('bin', 'assay.mjs'), args);

/** The report a tool wrote; undefined when it came to no report. */
function reportIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** A stage that says it failed is never counted as green, whatever its report says; one without a report has failed. */
function counted(ok, passed, failures) {
  for (const failure of failures) print(`  not passed: ${failure}`);
  if (failures.length === 0 && !ok) print('  not passed: the command ended with an error, see above');
  return { passed, failed: Math.max(failures.length, ok ? 0 : 1) };
}

function typecheck() {
  const results = ['tsconfig.json', 'tsconfig.test.json'].map((project) =>
    tool('typescript/bin/tsc', ['-p', project, '--noEmit']),
  );
  const ok = results.every(Boolean);
  return counted(ok, ok ? 1 : 0, []);
}

function lint() {
  const ok = tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  return counted(ok, ok ? 1 : 0, []);
}

function unit() {
  const file = join(work, 'vitest.json');
  const ok = tool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const suites = reportIn(file)?.testResults ?? [];
  const tests = suites.flatMap(({ assertionResults }) => assertionResults);
  const failures = [
    ...tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ...suites
      .filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
      .map(({ name }) => name),
  ];
  return counted(ok, tests.filter(({ status }) => status === 'passed').length, failures);
}

/** Ids of the cases that have a scenario. */
function implementedCases() {
  const listed = spawnSync(process.execPath, [join(root, 'bin', 'assay.mjs'), 'cases', '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (listed.status !== 0) throw new Error(`assay cases --json: ${listed.stderr}`);
  return JSON.parse(listed.stdout)
    .filter(({ implemented }) => implemented)
    .map(({ id }) => id);
}

/** Every recorded case, judged again without a device, says what it said. */
function judgedAgain(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
  if (files.length === 0) return ['judge: no timelines were recorded'];
  const paths = files.map((name) => join(folder, name));
  const judged = spawnSync(process.execPath, [join(root, 'bin', 'assay.mjs'), 'judge', '--json', ...paths], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (judged.stdout === '') return [`judge: ${judged.stderr.trim()}`];
  return JSON.parse(judged.stdout)
    .cases.filter(({ state }) => state !== 'same')
    .map(
      ({ case: id, state, changes, notes }) =>
        `${id}: judged again, ${state} ${JSON.stringify([...changes, ...notes])}`,
    );
}

/** Ids of the checks that a program's list of cases holds; those that run over every case left out. */
const checkIds = (cases) =>
  cases.flatMap(({ checks }) => checks.map(({ id }) => id)).filter((id) => /^(?:TC|X)_/.test(id));

/** The committed inventory is what the features say, and what a run really checks is what it lists. */
function inventoryFaults(executed) {
  const listed = spawnSync(process.execPath, [join(root, 'bin', 'assay.mjs'), 'checks', '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (listed.status !== 0) return [`assay checks: ${listed.stderr}`];
  const file = join(work, 'checks.txt');
  const written = assay(['checks', '--doc', file]) && readFileSync(file, 'utf8');
  const fresh = written === readFileSync(join(root, 'docs', 'checks.txt'), 'utf8');
  const { cases } = JSON.parse(listed.stdout);
  const known = new Set(checkIds(cases));
  const sure = cases.flatMap(({ checks }) => checks.filter(({ preamble }) => !preamble).map(({ id }) => id));
  const made = new Set(checkIds(executed));
  return [
    ...(fresh ? [] : ['docs/checks.txt is stale: run "npm run checks" and commit it']),
    ...[...made].filter((id) => !known.has(id)).map((id) => `${id}: checked, but not in docs/checks.txt`),
    // What a preamble expects depends on the product.
    ...sure.filter((id) => !made.has(id)).map((id) => `${id}: in docs/checks.txt, but no run checked it`),
  ];
}

/** What failures are compared with is what the products send today. */
function staleReferences(reports) {
  const args = [join(root, 'bin', 'assay.mjs'), 'reference', '--check', '--reports', reports];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}

/** The suite on our own subjects: every implemented official case is judged and passes. */
function conformance() {
  const reports = join(work, 'conformance');
  const ok = assay(['start', '--reports', reports]);
  const cases = reportIn(join(reports, 'summary.json'))?.cases ?? [];
  const judged = new Set(cases.map(({ id }) => id));
  const failures = [
    ...cases.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict }) => `${id}: ${verdict}`),
    ...implementedCases()
      .filter((id) => !judged.has(id))
      .map((id) => `${id}: not judged`),
    ...judgedAgain(join(reports, 'timeline')),
    ...inventoryFaults(cases),
    ...(assay(['coverage', '--reports', reports])
      ? []
      : ['a check cites a requirement that does not exist, see above']),
    ...staleReferences(reports),
  ];
  return counted(ok, cases.filter(({ verdict }) => verdict === 'pass').length, failures);
}

/** `assay run` on the embedded station: all cases of the folder or those named must be judged and pass. */
function passes(name, ids, args) {
  const reports = join(work, name);
  const ok = assay(['run', '--sut', 'station', '--case', ids.join(','), '--no-report', '--reports', reports, ...args]);
  const cases = reportIn(join(reports, 'summary.json'))?.cases ?? [];
  const failures = cases.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict }) => `${id}: ${verdict}`);
  return counted(ok && cases.length === ids.length, cases.length - failures.length, failures);
}

/** Reusable states and rules that no case needs yet, in scenarios of our own; and cases on a personality they depend on. */
function states() {
  const folder = join('test', 'states', 'tried');
  const text = readFileSync(join(root, folder, 'charging-station', 'states.feature'), 'utf8');
  const ids = [...text.matchAll(/@(TC_\w+)/g)].map(([, id]) => id);
  const parts = [
    passes('states', ids, ['--features', folder]),
    passes('roots', ['TC_M_01_CS', 'TC_M_12_CS'], ['--personality', 'additional-root-check']),
  ];
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

/** Every case kills a mutant in the check it is about, no mutant survives or changes what it must not, and the committed matrix says so. */
function mutants() {
  const reports = join(work, 'mutants');
  const document = join(work, 'kill-matrix.md');
  const ok = assay(['mutants', '--reports', reports, '--doc', document]);
  const { cases = [], mutants: broken = [], odd = [] } = reportIn(join(reports, 'mutants.json')) ?? {};
  const committed = readFileSync(join(root, 'docs', 'kill-matrix.md'), 'utf8');
  const fresh = existsSync(document) && readFileSync(document, 'utf8') === committed;
  const failures = [
    ...cases.filter(({ killed }) => !killed).map(({ id }) => `${id}: no mutant makes it fail`),
    ...[...broken, ...odd].flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
    ...(fresh ? [] : ['docs/kill-matrix.md is stale: run "npm run matrix" and commit it']),
  ];
  return counted(ok, cases.filter(({ killed }) => killed).length, failures);
}

/** Cases that take no real time, three times each, on two subjects at once: a check that does not say the same every time is a fault. */
function repeat() {
  const reports = join(work, 'repeat');
  const fast = implementedCases().filter((id) => !/^TC_[AM]_/.test(id));
  const ok = assay(['start', '--repeat', '3', '--parallel', '2', '--case', fast.join(','), '--reports', reports]);
  const { cases = [], repetition } = reportIn(join(reports, 'summary.json')) ?? {};
  const failures = [
    ...(repetition === undefined ? ['no repetition was recorded'] : []),
    ...(repetition?.flaky ?? []).map(({ case: id, check, rate }) => `${id}: ${check} is flaky, rate ${rate}`),
    ...cases.filter(({ verdict }) => verdict !== 'pass').map(({ id, verdict }) => `${id}: ${verdict}`),
  ];
  return counted(ok, cases.filter(({ verdict }) => verdict === 'pass').length, failures);
}

/** Independent programs, where this machine can install them: their verdicts are the reviewed ones. */
function interop() {
  const file = join(work, 'interop.json');
  const ok = node(join('test', 'interop', 'run.mjs'), ['--result', file]);
  const { passed = 0, failures = [] } = reportIn(file) ?? {};
  return counted(ok, passed, failures);
}

/** The device is left as it was found: after two runs in random order, and after runs that were killed. */
function restore() {
  const file = join(work, 'restore.json');
  const ok = node(join('scripts', 'restore-proof.mjs'), ['--out', file]);
  const { passed = 0, failed = [] } = reportIn(file) ?? {};
  return counted(ok, passed, failed);
}

function browser() {
  if (chromium === undefined) {
    print(`browser tests skipped: no Chromium at ${chromiumPlaces.join(', ')}; set PLAYWRIGHT_CHROMIUM to its path`);
    return { passed: 0, failed: 0 };
  }
  const file = join(work, 'playwright.json');
  const ok = tool('@playwright/test/cli.js', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const { expected = 0, unexpected = 0, flaky = 0 } = reportIn(file)?.stats ?? {};
  return { passed: expected, failed: Math.max(unexpected + flaky, ok ? 0 : 1) };
}

const stages = { typecheck, lint, unit, conformance, repeat, states, restore, mutants, interop, browser };

/** Names after `--only`; all stages without it. */
function chosen(args) {
  if (args.length === 0) return Object.keys(stages);
  const names = args[0] === '--only' ? (args[1] ?? '').split(',') : args;
  const unknown = names.find((name) => !Object.hasOwn(stages, name));
  if (unknown === undefined) return names;
  throw new Error(
    `test: no stage "${unknown}"; usage: node scripts/test.mjs [--only ${Object.keys(stages).join(',')}]`,
  );
}

function run(name) {
  print(`\n== ${name} ==`);
  const began = performance.now();
  const result = stages[name]();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  print(`-- ${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  return result;
}

try {
  const names = chosen(process.argv.slice(2));
  await ensureBuilt();
  const results = names.map(run);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  print(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  print('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
