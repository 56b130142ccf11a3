import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allCases } from '../../src/catalogue/index.ts';
import { completeConfig, loadConfig, scenariosIn, sutsOf } from '../../src/harness/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const yamlBlocks = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('README', () => {
  it('says how many official cases there are and how many have a scenario', () => {
    const ids = new Set(scenariosIn(join(root, 'features')).map(({ id }) => id));
    const done = allCases().filter(({ id }) => ids.has(id));
    const of = (role: string) => done.filter((one) => one.role === role).length;
    expect(readme).toContain(
      `**${done.length} of the ${allCases().length} official cases** (${of('station')} of a charging station, ${of('csms')} of a CSMS)`,
    );
  });

  it('shows configurations that the schema accepts', () => {
    const configurations = yamlBlocks.map((text) => parse(text)).filter((value) => value?.sut !== undefined);
    expect(configurations).toHaveLength(3);
    const password = 'a-password-of-16-and-more';
    const [one, other, several] = configurations;
    for (const single of [one, other]) expect(() => completeConfig({ ...single, password })).not.toThrow();
    const folder = mkdtempSync(join(tmpdir(), 'assay-readme-'));
    const file = join(folder, 'several.yaml');
    writeFileSync(file, JSON.stringify({ ...several, password }));
    expect(sutsOf(file).map((identity) => loadConfig(file, undefined, identity).rig.driver)).toEqual([
      'octt-sut-api',
      'octt-sut-api',
    ]);
    rmSync(folder, { recursive: true });
  });

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
