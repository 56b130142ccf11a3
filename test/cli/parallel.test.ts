import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Requested } from '../../src/cli/interruption.ts';
import { LaneBook } from '../../src/cli/lane-book.ts';
import type { FromLane } from '../../src/cli/lane-messages.ts';
import { type LaneEnd, runLanes } from '../../src/cli/lanes.ts';
import { divided } from '../../src/cli/parallel-embedded.ts';
import { atOnceOf, keptApart } from '../../src/cli/parallel-suts.ts';
import { planReal } from '../../src/cli/real.ts';
import { parallelOf, realSuiteOf, runCommand } from '../../src/cli/run.ts';
import type { Tell } from '../../src/cli/tell.ts';

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

  it('are told, whatever becomes of the process that judges them', () => {
    const told = (end: LaneEnd | undefined, heard: readonly FromLane[] = [], here = false) => {
      const results: unknown[] = [];
      const tell: Tell = {
        begin: () => {},
        result: ({ verdict, cause, reason }) => results.push([verdict, cause, reason]),
        findings: (found) => results.push(...found.map(({ id, result }) => [id, result])),
      };
      const same = <T>(value: T): T => value;
      const book = new LaneBook({ ids: ['TC_B_06_CS'], tell: () => tell, result: same, finding: same, here });
      for (const message of heard) book.hear(message);
      book.close(end);
      return results;
    };
    const result = { id: 'TC_B_06_CS', title: '', verdict: 'pass', checks: [], durationMs: 1 } as const;
    const all: readonly FromLane[] = [{ type: 'ready' }, { type: 'result', result, runs: [result] }];
    const passed = ['pass', undefined, undefined];
    const process = ['process', 'error'];
    expect(told({ came: true }, all)).toEqual([passed]);
    // After its last result: what it might have found is lost.
    expect(told({ gone: 'out of memory' }, all)).toEqual([passed, process]);
    expect(told(undefined, all)).toEqual([passed, process]);
    expect(told({ came: false, fault: { text: 'rig gone', exitCode: 3, hands: 'rig' } }, all)).toEqual([
      passed,
      process,
    ]);
    // Before it.
    const why = expect.stringContaining('out of memory');
    expect(told({ gone: 'out of memory' })).toEqual([['error', undefined, why], process]);
    expect(told({ came: true })).toEqual([['error', undefined, 'it was not judged']]);
    expect(told({ came: false, fault: { text: 'a bug', exitCode: 2 } })).toEqual([
      ['error', undefined, 'a bug'],
      process,
    ]);
    expect(told({ came: false, fault: { text: 'port 1 is in use', exitCode: 3 } })).toEqual([
      ['error', undefined, 'port 1 is in use'],
      process,
    ]);
    expect(told({ came: false })).toEqual([['inconclusive', 'sut-not-ready', 'it did not connect']]);
    expect(told({ came: false }, [], true)).toEqual([['error', undefined, 'it was not judged']]);
    expect(told({ came: false, fault: { text: 'no rig', exitCode: 3, hands: 'rig' } })).toEqual([
      ['inconclusive', 'rig', 'no rig'],
    ]);
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

  it('need ports and hands of their own', () => {
    const apart = (text: string) => () => keptApart(plansOf(text), 'lab.yaml');
    expect(apart(lab())).not.toThrow();
    expect(apart(lab().replace('9412', '9411'))).toThrow(/^lab\.yaml: CS-ONE and CS-TWO both get port 9411/);
    const hosts = lab().replace('9412', '9411').replace('listen: {', 'listen: { host: 127.0.0.2,');
    expect(apart(hosts)).not.toThrow();
    expect(apart(hosts.replace('127.0.0.2', '0.0.0.0'))).toThrow(/port 9411/);
    expect(apart(lab().replace('driver: embedded', 'driver: embedded, url: "http://127.0.0.1:1"'))).toThrow(
      /both get the rig at http:\/\/127\.0\.0\.1:1; give each its own "rig"/,
    );
  });

  it('are named by a configuration only', async () => {
    await expect(runCommand({ sut: 'station', identity: 'CS-1', reports: folder })).rejects.toThrow(
      '--identity CS-1: only a configuration names subjects; add --config FILE',
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
  it('ends with what went wrong here, not with a verdict, and leaves no process behind', async () => {
    const job = { options: { sut: 'station', case: 'TC_B_06_CS,TC_C_02_CS', reports: join(folder, 'broken') } };
    const embedded = { role: 'station', ids: ['TC_B_06_CS', 'TC_C_02_CS'], first: false } as const;
    const hear = () => {
      throw new Error('the disk is full');
    };
    const lanes = [{ job: { ...job, embedded }, asks: false, hear }];
    await expect(runLanes(lanes, 1, new Requested())).rejects.toThrow('the disk is full');
  });

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
      const kept = join(reports, 'sut-of-somebody', 'timeline', 'notes.html');
      for (const folder of ['timeline', 'sut-CS-9/timeline', 'sut-of-somebody/timeline'])
        mkdirSync(join(reports, folder), { recursive: true });
      for (const old of [
        kept,
        ...['timeline', 'sut-CS-9/timeline'].map((each) => join(reports, each, 'TC_B_01_CS.jsonl')),
      ])
        writeFileSync(old, '');
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
      expect(out).toContain(
        '\nCS-0: 1 pass, 0 fail, 0 inconclusive, 0 not applicable, 0 error\nCS-1: 0 pass, 0 fail, 1 inc',
      );
      expect(out).toContain('next         Check the rig');
      // Evidence of a run before does not stay beside that of this one.
      expect(readdirSync(reports).filter((name) => /^(?:sut-|timeline)/.test(name))).toEqual([
        'sut-CS-0',
        'sut-of-somebody',
      ]);
      expect(readFileSync(kept, 'utf8')).toBe('');
      // Two tests, not one that was tried again.
      const { stats } = JSON.parse(readFileSync(join(reports, 'allure', 'summary.json'), 'utf8'));
      expect(stats).toEqual({ total: 2, passed: 1, broken: 1 });
    } finally {
      station.kill();
    }
  });
});
