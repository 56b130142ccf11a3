import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const reports = mkdtempSync(join(tmpdir(), 'assay-exit-'));
afterAll(() => rmSync(reports, { recursive: true }));

/** The program from its sources: exit code and what it said. */
function assay(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...args];
    execFile(process.execPath, command, { cwd: root }, (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}

describe('the program', { timeout: 60_000 }, () => {
  it.concurrent('ends with 3 and one line on wrong use', async () => {
    const { code, err } = await assay('run', '--sut', 'charger', '--reports', reports);
    expect(code).toBe(3);
    expect(err).toBe('assay: --sut charger: must be station or csms\n');
  });

  it.concurrent('lists the official cases as JSON, and ends with 0', async () => {
    const { code, out, err } = await assay('cases', '--json');
    expect([code, err]).toEqual([0, '']);
    const cases: unknown = JSON.parse(out);
    expect(cases).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'TC_B_01_CS', profiles: expect.anything() })]),
    );
  });
});
