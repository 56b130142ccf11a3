import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const scratches = [];
process.on('exit', () => {
  for (const folder of scratches) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own under the temporary one of the system; gone when the bench ends. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  scratches.push(folder);
  return folder;
}

/**
 * Runs the compiled program as a user does. Resolves with wall seconds from start to end, the wall time of the start (epoch
 * ms), peak memory of that process alone (MB; its subjects are processes of their own) and its exit code.
 */
export function assay(args) {
  const peak = join(scratch(), 'peak');
  const preload = pathToFileURL(join(root, 'bench', 'report-peak.mjs'));
  preload.searchParams.set('to', peak);
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', preload.href, join(root, 'bin', 'assay.mjs'), ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (status) =>
      resolve({
        status,
        startedAt,
        seconds: (performance.now() - began) / 1000,
        peakMb: Number(readFileSync(peak, 'utf8')) / 1024,
      }),
    );
  });
}

/** Wall time (epoch ms) at which each case of a run in real time began: stamp of its first event minus what had elapsed. */
export function caseStarts(reports) {
  const folder = join(reports, 'timeline');
  const starts = readdirSync(folder).map((file) => {
    const { at, elapsed } = JSON.parse(readFileSync(join(folder, file), 'utf8').split('\n')[1]);
    return at - elapsed;
  });
  return starts.sort((a, b) => a - b);
}
