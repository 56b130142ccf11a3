import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { withoutAnalytics } from './analytics.ts';
import { withStyle } from './style.ts';

/** The report could not be made; what was there before is untouched. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

// One file opens from disk by itself. Above this size (a JavaScript string ends at 512 MB) it becomes a folder.
const singleFileLimit = 200 * 1024 * 1024;

/** allure is offline; it reads this file and nothing from the network. */
function configuration(output: string, singleFile: boolean): unknown {
  const options = {
    reportName: 'Assay: OCPP 2.0.1 conformance (pre-certification)',
    singleFile,
    reportLanguage: 'en',
    groupBy: ['epic', 'block'],
  };
  return {
    name: options.reportName,
    output,
    plugins: { awesome: { options } },
    categories: [
      { name: 'Known difference', matchers: [{ statuses: ['failed'], message: '^known difference[\\s\\S]*' }] },
      { name: 'Requirement broken', matchers: [{ statuses: ['failed'] }] },
      {
        name: 'Inconclusive: could not be judged',
        matchers: [{ statuses: ['broken'], message: '^inconclusive[\\s\\S]*' }],
      },
      { name: 'Error of the harness', matchers: [{ statuses: ['broken'], message: '^error[\\s\\S]*' }] },
      { name: 'Not applicable', matchers: [{ statuses: ['skipped'] }] },
    ],
  };
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.some((name) => name.endsWith('-result.json')))
    throw new ReportError(`no results in ${folder}: no Allure report was made; run at least one case first`);
  const sizes = names.map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function runAllure(args: readonly string[], folder: string): Promise<void> {
  const program = join(dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js');
  const environment = { ...process.env, ALLURE_NO_ANALYTICS: '1' };
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new ReportError(`allure ended with code ${String(code)}: ${said.trim().slice(-600)}`);
}

/** Takes out the analytics and adds our style. Byte by byte, for decoded pages of many megabytes would fill the memory. */
async function dress(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.html') && !one.startsWith('data'))) {
    const file = join(folder, name);
    const html = await readFile(file, 'latin1');
    await writeFile(file, withStyle(withoutAnalytics(html)), 'latin1');
  }
}

/** Puts the new folder in the place of the old; the old one is there until the new one is complete. */
async function replace(fresh: string, target: string, aside: string): Promise<void> {
  try {
    await rename(target, aside);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  await rename(fresh, target);
}

/**
 * Makes the Allure report of a results folder at `outDir`/index.html, as one file that opens from disk and asks the
 * network for nothing. An earlier report stays until the new one is complete.
 * @returns the path of index.html
 * @throws ReportError when allure fails; the earlier report is untouched.
 */
export async function generateAllureReport(resultsDir: string, outDir: string): Promise<string> {
  const [results, target] = [resolve(resultsDir), resolve(outDir)];
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const fresh = join(work, 'report');
    const config = join(work, 'allurerc.json');
    await writeFile(config, JSON.stringify(configuration(fresh, (await sizeOf(results)) < singleFileLimit)));
    await runAllure(['generate', results, '--config', config, '--cwd', work], work);
    await dress(fresh);
    await replace(fresh, target, join(work, 'before'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return join(target, 'index.html');
}
