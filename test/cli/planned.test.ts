import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkPlanned } from '../../src/harness/index.ts';
import { schemas } from '../check/context.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-planned-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const name = 'charging-station/B-provisioning/B06-get-variables.feature';
const features = join(folder, 'features');
cpSync('features', features, { recursive: true });
const text = readFileSync(join(features, name), 'utf8');
const line = text.split('\n').findIndex((each) => each.includes('GetVariablesResponse')) + 1;
writeFileSync(join(features, name), text.replace('GetVariablesResponse', 'GetVariablesRequest'));

it('a mistake in a planned scenario is told with file and line, before anything is run', () => {
  expect(line).toBeGreaterThan(0);
  expect(() => checkPlanned(features, 'station', ['TC_B_06_CS'], schemas)).toThrow(
    new RegExp(`nothing was run: .*B06-get-variables\\.feature:${line}: `),
  );
});

it('a mistake in a scenario that is not planned costs nobody anything', () => {
  expect(() => checkPlanned(features, 'station', ['TC_B_01_CS'], schemas)).not.toThrow();
});

it('the earlier report stays as it is, and the exit code is 3', () => {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  writeFileSync(join(reports, 'summary.json'), 'the earlier one');
  const args = ['run', '--sut', 'station', '--case', 'TC_B_06_CS', '--features', features, '--reports', reports];
  const { status, stderr } = spawnSync(process.execPath, ['bin/assay.mjs', ...args], { encoding: 'utf8' });
  expect(stderr).toContain(`B06-get-variables.feature:${line}: `);
  expect(status).toBe(3);
  expect(readFileSync(join(reports, 'summary.json'), 'utf8')).toBe('the earlier one');
});
