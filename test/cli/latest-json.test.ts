import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { LatestJson } from '../../src/cli/latest-json.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-latest-'));
const path = join(folder, 'summary.json');
afterEach(() => rmSync(path, { force: true }));
const written = (): unknown => JSON.parse(readFileSync(path, 'utf8'));

it('leaves the last value, whatever was under way', async () => {
  const file = new LatestJson(path);
  for (let turn = 0; turn < 20; turn += 1) file.soon(() => ({ turn }));
  await file.last({ turn: 'last' });
  expect(written()).toEqual({ turn: 'last' });
  expect(readdirSync(folder)).toEqual(['summary.json']);
});

it('asks for a value when its turn comes, and only for the newest', async () => {
  const file = new LatestJson(path);
  const asked: number[] = [];
  for (const turn of [1, 2, 3, 4]) file.soon(() => asked.push(turn));
  await file.last({});
  expect(asked).toEqual([1, 4]);
  file.soon(() => asked.push(5));
  await file.last({});
  expect(asked).toEqual([1, 4, 5]);
});

it('says at the next write what an earlier one ended with', async () => {
  const file = new LatestJson(join(folder, 'no such folder', 'summary.json'));
  file.soon(() => ({}));
  await expect(file.last({})).rejects.toThrow(/no such folder/);
  expect(() => file.soon(() => ({}))).toThrow(/no such folder/);
});
