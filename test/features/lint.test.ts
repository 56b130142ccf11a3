import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkScenario, defaultSetting, lintFeatures } from '../../src/harness/lint/index.ts';
import { officialSchemas } from './schemas.ts';
import { seeds } from './seeds.ts';

const clean = 'test/features/clean';
const files = { station: 'charging-station/sample.feature', csms: 'csms/sample.feature' };
const schemas = officialSchemas();

describe('the features', () => {
  it('have no problem', () => {
    expect(existsSync('features')).toBe(true);
    expect(lintFeatures('features', schemas)).toEqual([]);
  });
});

describe('the lint', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'assay-lint-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds nothing in clean features', () => {
    expect(lintFeatures(clean, schemas)).toEqual([]);
  });

  it.each(seeds.map((seed) => [seed.what, seed] as const))('rejects %s', (_what, { file, from, to, complaint }) => {
    cpSync(clean, folder, { recursive: true });
    const path = join(folder, files[file]);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    const problems = lintFeatures(folder, schemas);
    expect(problems.join('\n')).toContain(complaint);
    for (const problem of problems) expect(problem).toMatch(/sample\.feature:\d+ \S/);
  });

  it('names file, line and sentence', () => {
    cpSync(clean, folder, { recursive: true });
    const path = join(folder, files.csms);
    writeFileSync(path, readFileSync(path, 'utf8').replace('the rig fails the lock', 'the EV fails the lock'));
    const [problem = ''] = lintFeatures(folder, schemas);
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('the EV fails')) + 1;
    expect(problem).toContain(`csms/sample.feature:${line} the EV has no act "fails the lock"`);
    expect(problem).toContain('[the EV fails the lock]');
  });
});

describe('a scenario about to run', () => {
  const setting = defaultSetting('station', schemas);
  const step = (text: string, type: string, rows?: readonly (readonly string[])[]) => ({
    text,
    type,
    ...(rows === undefined
      ? {}
      : { argument: { dataTable: { rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value })) })) } } }),
  });
  const ordered = step('the CSMS sends a ResetRequest with:', 'Action', [['type', 'Immediate']]);
  const answered = step('the Charging Station responds with a ResetResponse with:', 'Outcome', [
    ['status', 'Accepted'],
  ]);
  const judged = step('the judge gives the verdict', 'Outcome');

  it('is let through when nothing is wrong, the appended judge included', () => {
    expect(() => checkScenario({ tags: [], steps: [ordered, answered, judged] }, setting)).not.toThrow();
  });
  it('is refused with the sentence that is wrong', () => {
    const wrong = step('the Charging Station responds with a ResetResponse with:', 'Outcome', [['state', 'Accepted']]);
    expect(() => checkScenario({ tags: [], steps: [ordered, wrong, judged] }, setting)).toThrow(
      /ResetResponse has no field state.*in "the Charging Station responds/,
    );
  });
  it('is refused when it cannot fail', () => {
    expect(() => checkScenario({ tags: [], steps: [ordered, judged] }, setting)).toThrow(/no Then can fail/);
  });
  it('may use the fixtures of its own configuration', () => {
    const present = step('the EV driver presents <card of the lab>', 'Action');
    const scenario = { tags: [], steps: [present, ordered, answered] };
    expect(() => checkScenario(scenario, setting)).toThrow(/unknown name <card of the lab>/);
    expect(() => checkScenario(scenario, { ...setting, names: [...setting.names, 'card of the lab'] })).not.toThrow();
  });
});
