import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases, mutant, reportsVariable } from './runs.ts';

function assay(...args: string[]): number | null {
  const { status } = spawnSync(process.execPath, ['bin/assay.mjs', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status;
}

/** Makes the reports that the tests open; the returned function removes them. */
export default function makeReports(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'assay-browser-'));
  process.env[reportsVariable] = folder;
  assay('run', '--sut', 'station', '--case', cases.join(','), '--reports', join(folder, 'honest'));
  const status = assay(
    ...['run', '--sut', 'station', '--case', cases.join(','), '--mutant', mutant],
    ...['--reports', join(folder, 'mutant')],
  );
  if (status !== 1)
    throw new Error(`the run of the mutant ${mutant} ended with ${status}: 1 (a case failed) was expected`);
  return () => rmSync(folder, { recursive: true, force: true });
}
