import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { divided, unjudged } from '../../src/cli/parallel-embedded.ts';
import { atOnceOf, portsApart } from '../../src/cli/parallel-suts.ts';
import { planReal } from '../../src/cli/real.ts';
import { parallelOf, realSuiteOf } from '../../src/cli/run.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'assay-parallel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lab = (more = '', rig = 'embedded') => `sut: station
password: a-password-of-two-stations
rig: { driver: ${rig} }
suts:
  - { identity: CS-ONE, listen: { ports: { 1: 0, 2: 9411, 3: 0 }, filePort: 0 } }
  - { identity: CS-TWO, listen: { ports: { 1: 0, 2: 9412, 3: 0 }, filePort: 0 } }
${more}`;
function plansOf(text: string) {
  const file = join(folder, 'lab.yaml');
  writeFileSync(file, text);
  const suite = realSuiteOf({ sut: 'station', config: file, reports: folder, case: 'TC_B_06_CS' });
  return ['CS-ONE', 'CS-TWO'].map((identity) => planReal({ ...suite, identity }));
}

describe('the parts of a plan', () => {
  const part = { role: 'station', ids: ['a', 'b', 'c', 'd', 'e'], first: true } as const;

  it('are divided in turn, nothing twice and nothing left out; one of them asks for the statement', () => {
    expect(divided(part, 2)).toEqual([
      { role: 'station', ids: ['a', 'c', 'e'], first: true },
      { role: 'station', ids: ['b', 'd'], first: false },
    ]);
    expect(divided(part, 9)).toHaveLength(5);
    expect(divided({ ...part, ids: [] }, 3)).toEqual([]);
  });

  it('that nobody judged are never left out', () => {
    const verdicts = (end: Parameters<typeof unjudged>[1]) =>
      unjudged(['TC_B_06_CS'], end).map(({ verdict, reason }) => [verdict, reason]);
    expect(verdicts({ gone: 'out of memory' })).toEqual([['error', expect.stringContaining('out of memory')]]);
    expect(verdicts(undefined)).toEqual([['error', expect.stringContaining('ended')]]);
    expect(verdicts({ came: true })).toEqual([['error', 'it was not judged']]);
    expect(verdicts({ came: false, fault: { text: 'a bug', exitCode: 2 } })).toEqual([['error', 'a bug']]);
    expect(verdicts({ came: false })).toEqual([['inconclusive', 'it did not connect']]);
    expect(verdicts({ came: false, fault: { text: 'no rig', exitCode: 3 } })).toEqual([['inconclusive', 'no rig']]);
  });
});

describe('several subjects', () => {
  it('are judged at once, unless a person moves them', () => {
    expect(atOnceOf(plansOf(lab()), undefined)).toBe(2);
    expect(atOnceOf(plansOf(lab()), 1)).toBe(1);
    const byHand = plansOf(lab('', 'prompt'));
    expect(atOnceOf(byHand, undefined)).toBe(1);
    expect(() => atOnceOf(byHand, 2)).toThrow(/^--parallel 2: CS-ONE is moved by hand/);
  });

  it('need ports of their own', () => {
    expect(() => portsApart(plansOf(lab()), 'lab.yaml')).not.toThrow();
    expect(() => portsApart(plansOf(lab().replace('9412', '9411')), 'lab.yaml')).toThrow(
      /^lab\.yaml: CS-ONE and CS-TWO both get port 9411/,
    );
  });

  it.each(['0', 'x', '-1', '100'])('are not counted by %s', (count) => {
    expect(() => parallelOf(count)).toThrow(/^--parallel/);
  });
});

function assay(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'bin/assay.mjs'), ...args], { cwd: root }, (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}
const summaryIn = (
  reports: string,
): { cases: { id: string; verdict: string; subject: string }[]; incomplete: boolean } =>
  JSON.parse(readFileSync(join(reports, 'summary.json'), 'utf8'));

describe('a parallel run', { timeout: 120_000 }, () => {
  it('divides the plan among embedded subjects and makes one report of it', async () => {
    const reports = join(folder, 'embedded');
    const ids = ['TC_B_06_CS', 'TC_B_09_CS', 'TC_E_03_CS'];
    const { code, out, err } = await assay(
      ...['run', '--sut', 'station', '--case', ids.join(','), '--parallel', '2', '--no-report', '--reports', reports],
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/assay: 3 passed, 0 failed, 0 skipped\n$/);
    const { cases, incomplete } = summaryIn(reports);
    expect(incomplete).toBe(false);
    expect(cases.map(({ id, verdict }) => [id, verdict]).sort()).toEqual(ids.map((id) => [id, 'pass']));
    for (const id of ids)
      expect(readFileSync(join(reports, 'timeline', `${id}.jsonl`), 'utf8')).toContain('"complete":true');
  });

  it('judges each subject by itself; one that is not there takes nothing from the other', async () => {
    const [reports, file] = [join(folder, 'suts'), join(folder, 'two.yaml')];
    const port = 30_000 + (process.pid % 20_000);
    writeFileSync(
      file,
      JSON.stringify({
        sut: 'station',
        password: 'a-password-of-two-stations',
        securityProfile: 1,
        fixtures: { evses: 2 },
        rig: { driver: 'embedded' },
        deadlines: { connection: 40 },
        suts: [0, 1].map((index) => ({
          identity: `CS-${index}`,
          listen: { ports: { 1: port + index }, filePort: 0 },
          rig: { url: `http://127.0.0.1:${port + 10 + index}` },
        })),
      }),
    );
    const station = spawn(
      process.execPath,
      [
        ...[join(root, 'bin/assay.mjs'), 'station', '--url', `ws://localhost:${port}/ocpp`, '--identity', 'CS-0'],
        ...['--password', 'a-password-of-two-stations', '--security-profile', '1', '--rig-port', `${port + 10}`],
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      await new Promise((resolve) => station.stdout.once('data', resolve));
      const { code, out } = await assay(
        ...['run', '--sut', 'station', '--config', file, '--case', 'TC_B_06_CS', '--reports', reports],
      );
      expect(code).toBe(2);
      expect(out).toContain('[CS-0] Point the charging station at this CSMS:');
      expect(out).toContain('assay: 1 passed, 1 failed, 0 skipped');
      expect(out).toMatch(/^TC_B_06_CS \(CS-1\) inconclusive: the rig at /m);
      const verdicts = summaryIn(reports).cases.map(({ subject, verdict }) => [subject, verdict]);
      expect(verdicts.sort()).toEqual([
        ['CS-0', 'pass'],
        ['CS-1', 'inconclusive'],
      ]);
      expect(readFileSync(join(reports, 'sut-CS-0', 'timeline', 'TC_B_06_CS.jsonl'), 'utf8')).toContain(
        '"complete":true',
      );
      expect(readFileSync(join(reports, 'junit.xml'), 'utf8')).toContain('(CS-0)');
    } finally {
      station.kill();
    }
  });
});
