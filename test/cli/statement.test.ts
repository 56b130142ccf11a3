import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { declared } from '../../src/cli/pics.ts';
import { selectionOf } from '../../src/cli/plan.ts';
import { configOf } from '../../src/cli/plan-command.ts';
import { planReport } from '../../src/cli/plan-report.ts';
import { planText } from '../../src/cli/plan-text.ts';
import { disagreementLines, proposal } from '../../src/cli/probe-text.ts';
import { loadPics } from '../../src/harness/config/pics.ts';
import { scenariosIn } from '../../src/harness/index.ts';
import { disagreements } from '../../src/probe/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'assay-statement-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The program from its sources: exit code and what it said. */
function assay(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...args];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1 << 24 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}

const station = file(
  'station.yaml',
  `sut: station
identity: CS-0001
password: change-me-before-use-0001
securityProfile: 2
fixtures: { tokens: { valid token: { idToken: 04AA, type: ISO14443 } } }
pics: { C-30: yes, C-49: no, C-53: yes, HFS-10: yes }
`,
);
function reportOf(options: { config?: string; case?: string; reports?: string }) {
  const product = declared('station', options);
  const selection = selectionOf(options);
  return planReport({
    role: 'station',
    declared: product,
    config: configOf('station', product),
    selection,
    scenarios: scenariosIn(selection.features),
    reports: options.reports ?? folder,
    allowIrreversible: false,
  });
}
const planned = (report: ReturnType<typeof reportOf>, id: string) => report.cases.find((one) => one.id === id);

describe('the plan of a real station', () => {
  const report = reportOf({ config: station });

  it('says for every case whether it runs, and why not', () => {
    expect(report.cases).toHaveLength(424);
    expect(planned(report, 'TC_B_06_CS')).toMatchObject({ outcome: 'runs', reason: 'selected' });
    expect(planned(report, 'TC_C_46_CS')).toMatchObject({
      outcome: 'not applicable',
      reason: 'not applicable: C-49 is false',
    });
    expect(planned(report, 'TC_A_07_CS')).toMatchObject({
      outcome: 'left out',
      reason: 'needs security profile 3, this run uses 2',
    });
  });

  it('names the fixtures that are missing, with the cases and what to write', () => {
    const invalid = report.missing.find(({ fixtures }) => fixtures.includes('invalid token'));
    expect(invalid).toMatchObject({ write: 'fixtures.tokens: "invalid token" (a card at the reader)' });
    expect(invalid?.cases).toContain('TC_C_02_CS');
    expect(report.missing.flatMap(({ fixtures }) => fixtures)).not.toContain('valid token');
    expect(report.missing.filter(({ write }) => write.startsWith('fixtures.firmware'))).toHaveLength(1);
  });

  it('says where the statement contradicts Part 5', () => {
    expect(report.contradictions.map(({ wrong }) => wrong)).toEqual(['C-53, C-54 and C-59 are about a cache (C-49)']);
  });

  it('counts the time of people where no run is recorded', () => {
    const hands = planned(report, 'TC_E_03_CS');
    expect(hands).toMatchObject({ estimate: 'from its waits' });
    expect(hands?.seconds).toBeGreaterThanOrEqual(40);
  });

  it('takes the durations of a run of the same product in real time, and of no other', () => {
    const summary = (identity: string, clockFactor: number) =>
      file(
        'summary.json',
        JSON.stringify({ sut: { identity }, clockFactor, cases: [{ id: 'TC_B_06_CS', durationMs: 7500 }] }),
      );
    const again = () => planned(reportOf({ config: station }), 'TC_B_06_CS');
    summary('CS-0001', 1);
    expect(again()).toMatchObject({ seconds: 7.5, estimate: 'recorded' });
    summary('CS-0001', 10);
    expect(again()).toMatchObject({ estimate: 'from its waits' });
    summary('CS-0002', 1);
    expect(again()).toMatchObject({ estimate: 'from its waits' });
    file('summary.json', '{ "cut off');
    expect(again()).toMatchObject({ estimate: 'from its waits' });
    rmSync(join(folder, 'summary.json'));
  });

  it('is told by certification profile', () => {
    const text = planText(report);
    expect(text).toMatch(/^Core: \d+ cases, \d+ run, /m);
    expect(text).toContain('  fixtures.tokens: "invalid token" (a card at the reader): ');
    expect(text).toContain('TC_L_10_CS  not with  TC_L_11_CS');
    expect(text).toMatch(/\[.*stale-risk: /);
    expect(text.split('\n').every((line) => line.length < 400)).toBe(true);
  });
});

describe('a statement against a device', () => {
  const learned = new Map([
    ['C-53', { answer: true, from: 'AuthCacheCtrlr.LifeTime is there' }],
    ['HFS-8', { answer: true, from: 'EVSEs 1, 2', value: '2' }],
  ]);
  const statement = { answers: { 'C-53': false, 'C-30': true }, sources: { 'C-53': 'pics.yaml:9' } };

  it('is told with the cases that it decides, also when another answer is still open', () => {
    expect(disagreementLines(disagreements('station', statement, learned))).toEqual([
      'C-53  cached tokens expire (AuthCacheLifeTime): no by pics.yaml:9, yes by the device (AuthCacheCtrlr.LifeTime is there)',
      '  left out by it: TC_C_46_CS',
    ]);
  });

  it('becomes a proposal: the device first, then what was declared, the rest open', () => {
    const { answers, open } = proposal('station', statement, learned);
    expect(answers.get('C-53')).toEqual({
      value: 'yes',
      note: 'device: AuthCacheCtrlr.LifeTime is there; pics.yaml:9 says no',
    });
    expect(answers.get('HFS-8')?.value).toBe('2');
    expect(answers.get('C-30')).toEqual({ value: 'yes', note: 'declared: the configuration' });
    expect(answers.get('C-31')?.value).toBe('open');
    expect(open).toContain('C-31');
    expect(open).not.toContain('Core');
  });
});

describe('the program', { timeout: 120_000 }, () => {
  it.concurrent('explains a case down to the line of each answer', async () => {
    const pics = file('pics.yaml', 'sut: station\nC-49: no\n');
    const { code, out } = await assay('explain', 'TC_C_15_CS', '--pics', pics, '--reports', folder);
    expect(code).toBe(0);
    expect(out).toContain(`no    ${'  '}C-49  authorization cache (AuthCacheEnabled)  (${pics}:2)`);
    expect(out).toContain('(personality ac-3ph)');
    expect(out).toContain('In a run: it does not run: not applicable: C-49 is false');
    expect(out).toContain('  C-49 yes: it applies');
    expect(out).toMatch(/Disputed\n(?: {2}.*\n)* {2}MaxEnergyOnInvalidId is 10\.000/);
  });

  it.concurrent('plans as JSON', async () => {
    const { code, out } = await assay('plan', '--sut', 'csms', '--json', '--reports', folder);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ role: 'csms', cases: expect.anything(), exclusions: expect.anything() });
  });

  it.concurrent('ends with 3 and one line for a mistake in a statement', async () => {
    const pics = file('bad.yaml', 'sut: station\n\nC-49: perhaps\n');
    const { code, out, err } = await assay('run', '--sut', 'station', '--pics', pics, '--reports', folder);
    expect([code, out, err]).toEqual([3, '', `assay: ${pics}:3: C-49 must be yes, no or open, not "perhaps"\n`]);
  });

  it.concurrent('writes a statement to fill in, and never over another', async () => {
    const path = join(folder, 'new', 'pics.yaml');
    expect((await assay('pics', '--sut', 'station', '--write', path)).code).toBe(0);
    expect(Object.keys(loadPics(path, 'station').answers).length).toBeGreaterThan(100);
    const before = readFileSync(path, 'utf8');
    const again = await assay('probe', '--sut', 'station', '--write', path);
    expect([again.code, again.err]).toEqual([
      3,
      `assay: --write ${path}: there is such a file already; give another name, or move it away first\n`,
    ]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(existsSync(path)).toBe(true);
  });

  it.concurrent('knows no such case', async () => {
    const { code, err } = await assay('explain', 'TC_C_15_SC', '--reports', folder);
    expect([code, err]).toEqual([3, 'assay: TC_C_15_SC: no such official case; did you mean TC_C_15_CS?\n']);
  });
});
