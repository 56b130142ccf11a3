// Judges independent programs with the suite and compares the verdicts with the reviewed ones (docs/interop.md).
// Usage: node test/interop/run.mjs [--only NAME] [--result FILE] [--keep DIR]
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as codetics from './codetics/subject.mjs';
import { besides, differences, readExpected } from './expected.mjs';
import { installedCrate } from './install.mjs';
import * as ocppsim from './ocppsim/subject.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const print = (line) => process.stdout.write(`${line}\n`);

const subjects = [
  {
    name: 'ocppsim',
    role: 'station',
    folder: join(here, 'ocppsim'),
    crate: { name: 'ocppsim', version: '0.3.0' },
    runs: [
      { securityProfile: 2, limitSeconds: 300 },
      { securityProfile: 3, limitSeconds: 60, cases: 'TC_A_07_CS' },
    ],
    ...ocppsim,
  },
  {
    name: 'codetics',
    role: 'csms',
    folder: join(here, 'codetics'),
    crate: { name: 'codetics-ocpp-service', version: '0.1.0' },
    runs: [
      { securityProfile: 2, limitSeconds: 150 },
      { securityProfile: 3, limitSeconds: 60, cases: 'TC_A_07_CSMS,TC_A_08_CSMS' },
    ],
    ...codetics,
  },
];

/** Runs the suite in real time on a configuration; resolves when it ended, rejects when it takes too long. */
function judge({ role, name }, { limitSeconds, cases }, { work, reports, env }) {
  const config = join(work, 'config.yaml');
  const chosen = cases === undefined ? [] : ['--case', cases];
  const options = ['--sut', role, '--config', config, '--reports', reports, '--no-report', ...chosen];
  const run = spawn(process.execPath, [join(root, 'bin', 'assay.mjs'), 'run', ...options], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      run.kill('SIGKILL');
      reject(new Error(`the run of ${name} did not end within ${limitSeconds} s`));
    }, limitSeconds * 1000);
    run.once('error', reject);
    run.once('exit', (code) => {
      clearTimeout(late);
      resolve(code);
    });
  });
}

/** One run in a fresh folder; resolves with the cases of its summary. */
async function casesOf(subject, program, run, kept) {
  const work = mkdtempSync(join(tmpdir(), 'assay-interop-'));
  chmodSync(work, 0o755); // PostgreSQL may run as a user of its own
  const reports = join(kept ?? work, `${subject.name}-${run.securityProfile}`);
  mkdirSync(reports, { recursive: true });
  const config = readFileSync(join(subject.folder, 'config.yaml'), 'utf8');
  const profile = `securityProfile: ${run.securityProfile}`;
  writeFileSync(join(work, 'config.yaml'), config.replace(/^securityProfile: .*$/m, profile));
  const table = join(subject.folder, 'operator.yaml');
  if (existsSync(table)) cpSync(table, join(work, 'operator.yaml'));
  let started;
  try {
    started = await subject.startSubject({ program, work, root, securityProfile: run.securityProfile });
    const code = await judge(subject, run, { work, reports, env: started.env });
    const summary = join(reports, 'summary.json');
    if (!existsSync(summary)) throw new Error(`the run of ${subject.name} ended with ${code} and no summary`);
    return JSON.parse(readFileSync(summary, 'utf8')).cases;
  } finally {
    await started?.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Judges one program; returns how many cases are as reviewed, and what is not. */
async function review(subject, program, kept) {
  const cases = new Map();
  for (const run of subject.runs) {
    // A later run judges what an earlier one could not with its security profile.
    for (const one of await casesOf(subject, program, run, kept))
      if (one.verdict !== 'not applicable' || !cases.has(one.id)) cases.set(one.id, one);
  }
  const expected = readExpected(join(subject.folder, 'expected.yaml'));
  const judged = [...cases.values()];
  for (const line of besides(expected, judged)) print(`  to be reviewed: ${line}`);
  const failures = differences(expected, judged);
  const reviewed = judged.filter(({ id }) => expected.has(id)).length;
  return { passed: reviewed - failures.filter((line) => !line.endsWith('not judged')).length, failures };
}

/** undefined = skipped, and said why. */
async function one(subject, kept) {
  const { name, crate } = subject;
  const lacking = subject.missing();
  if (lacking !== undefined) return void print(`${name} skipped: ${lacking}`);
  let program;
  try {
    program = installedCrate(crate, print);
  } catch (error) {
    return void print(`${name} skipped: ${error.message}`);
  }
  print(`-- ${crate.name} ${crate.version} as ${subject.role} under test`);
  try {
    return await review(subject, program, kept);
  } catch (error) {
    return { passed: 0, failures: [`${name}: ${error.message}`] };
  }
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, result: { type: 'string' }, keep: { type: 'string' } },
});
const chosen = subjects.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`no subject ${values.only}: ${subjects.map(({ name }) => name).join(', ')}`);
const total = { passed: 0, failures: [] };
for (const subject of chosen) {
  const result = await one(subject, values.keep);
  total.passed += result?.passed ?? 0;
  total.failures.push(...(result?.failures ?? []).map((line) => `${subject.name} ${line}`));
}
for (const line of total.failures) print(`  not as reviewed: ${line}`);
print(`interop: ${total.passed} verdicts as reviewed, ${total.failures.length} not`);
if (values.result !== undefined) writeFileSync(values.result, JSON.stringify(total));
process.exitCode = total.failures.length === 0 ? 0 : 1;
