import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/report/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'assay-known-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `assay run` on the embedded station: exit code, what it said, and its summary. */
function run(name: string, ...args: string[]): Promise<{ code: unknown; out: string; err: string; summary: Summary }> {
  const reports = join(folder, name);
  const command = [
    join(root, 'bin/assay.mjs'),
    'run',
    '--sut',
    'station',
    '--no-report',
    '--reports',
    reports,
    ...args,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root }, (error, out, err) => {
      const summary: Summary = JSON.parse(readFileSync(join(reports, 'summary.json'), 'utf8'));
      resolve({ code: error === null ? 0 : error.code, out, err, summary });
    });
  });
}

const known = join(folder, 'known.yaml');
writeFileSync(
  known,
  `- case: TC_B_06_CS
  check: TC_B_06_CS/3-responds-get-variables-response
  reason: off by one, fixed in 2.1
  link: https://tracker.example/7
`,
);

describe('a run', { timeout: 120_000 }, () => {
  it('with a known difference that still fails ends with 0 and tells it', async () => {
    const args = ['--mutant', 'reads-a-wrong-value', '--case', 'TC_B_06_CS', '--baseline', known];
    const { code, out, summary } = await run('known', ...args);
    expect([code, summary.counts]).toEqual([0, expect.objectContaining({ pass: 0, fail: 0, known: 1 })]);
    expect(out).toContain('TC_B_06_CS/3-responds-get-variables-response: off by one, fixed in 2.1');
    expect(out.trimEnd().split('\n').at(-1)).toBe('assay: 0 passed, 0 failed, 0 skipped, 1 known');
  });

  it('with a known difference that no longer fails ends with 1 and says where it stands', async () => {
    const { code, out } = await run('stale', '--case', 'TC_B_06_CS', '--baseline', known);
    expect(code).toBe(1);
    expect(out).toContain(
      `${known}:1: TC_B_06_CS/3-responds-get-variables-response no longer fails; take the entry out`,
    );
  });

  it('repeated three times tells how many checks were flaky and keeps every timeline', async () => {
    const { code, out, summary } = await run('repeat', '--case', 'TC_B_06_CS,TC_E_28_CS', '--repeat', '3');
    expect([code, summary.repetition?.times, summary.repetition?.flaky]).toEqual([0, 3, []]);
    expect(out).toMatch(/^0 of \d+ checks were flaky in 3 runs of each case$/m);
    expect(readdirSync(join(folder, 'repeat', 'timeline')).sort()).toEqual([
      ...[1, 2, 3].map((round) => `TC_B_06_CS.run${round}.jsonl`),
      ...[1, 2, 3].map((round) => `TC_E_28_CS.run${round}.jsonl`),
    ]);
  });
});
