import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { describe, expect, it } from 'vitest';
import { allCases, findCase } from '../../src/catalogue/index.ts';
import { slug } from '../../src/harness/case/checks.ts';
import { csmsMutants } from '../../src/mutants/csms/index.ts';
import { stationMutants } from '../../src/mutants/station/index.ts';
import { bench } from '../station/bench.ts';

const features = fileURLToPath(new URL('../../features/charging-station', import.meta.url));
const mutants = Object.entries(stationMutants);

/** The cases of the first issue, charging station under test. */
const cases =
  `A_01 A_04 A_05 A_06 A_07 A_09 A_10 B_01 B_02 B_03 B_06 B_09 B_12 B_21 C_02 E_01 E_03 E_09 E_15 E_28 F_01 F_03
  K_01 K_08 K_60 L_01 L_05 L_06 M_01 M_12`
    .split(/\s+/)
    .map((number) => `TC_${number}_CS`);
const cited = new Set(allCases().flatMap(({ requirements }) => requirements));

/** Ids of the checks that the sentences of the features make: `TC_X/<step>-<slug>`. */
function checksOfFeatures(): ReadonlySet<string> {
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.feature'),
  );
  const scenarios = files.flatMap((file) => {
    const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
    const { feature } = parser.parse(readFileSync(join(features, file), 'utf8'));
    return feature?.children.flatMap(({ scenario }) => scenario ?? []) ?? [];
  });
  return new Set(
    scenarios.flatMap(({ tags, steps }) =>
      tags.flatMap(({ name }) => steps.map(({ text }, index) => `${name.slice(1)}/${index + 1}-${slug(text)}`)),
    ),
  );
}

/** Seams by path, as far as a mutant may replace them: `boot.retryAfter`, `outgoing`, `handlers.Reset`. */
function seamsOf(parts: object): Map<string, unknown> {
  return new Map(
    Object.entries(parts).flatMap(([name, part]) =>
      typeof part === 'object' && part !== null
        ? Object.entries(part).map(([inner, seam]): [string, unknown] => [`${name}.${inner}`, seam])
        : [[name, part]],
    ),
  );
}

const checksIn = new Set([...checksOfFeatures()].map((check) => check.slice(0, check.indexOf('/'))));

describe('the mutants of the charging station', () => {
  it.each(mutants)('%s: broken in one place, by one requirement, for cases that there are', (key, mutant) => {
    expect(mutant.name).toBe(key);
    expect(mutant.role).toBe('station');
    expect(mutant.cases.length).toBeGreaterThan(0);
    // An own case (X_...) is in no catalogue; the suffix of its id says the role.
    for (const { id } of mutant.cases)
      if (/^X_.*_CS$/.test(id)) expect(checksIn.has(id), id).toBe(true);
      else expect(findCase(id)?.role, id).toBe('station');
    if (mutant.odd === true) return;
    const ofStep = mutant.cases.some(({ id }) => mutant.requirement.startsWith(`${id}/step `));
    const ofMonitor = mutant.cases.every(({ check }) => check?.startsWith('monitor/'));
    expect(
      cited.has(mutant.requirement) || ofStep || ofMonitor,
      `${mutant.requirement} is cited by no official case`,
    ).toBe(true);
    expect(cases).toContain(mutant.harmless);
    expect(mutant.cases.map(({ id }) => id)).not.toContain(mutant.harmless);
  });

  it.each(mutants)('%s replaces a seam and leaves the honest ones as they are', (_, mutant) => {
    const { parts } = bench().station;
    const before = seamsOf(parts);
    const after = seamsOf(mutant.apply(parts));
    const changed = [...after].filter(([path, seam]) => before.get(path) !== seam).map(([path]) => path);
    expect(changed).not.toEqual([]);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    expect(seamsOf(parts)).toEqual(before);
  });

  it.each(cases)('%s has a mutant', (id) => {
    const killers = mutants.filter(([, { cases, odd }]) => odd !== true && cases.some((one) => one.id === id));
    expect(killers.map(([name]) => name)).not.toEqual([]);
  });

  it('share no name with those of the CSMS', () => {
    expect(Object.keys(stationMutants).filter((name) => name in csmsMutants)).toEqual([]);
  });

  it('names checks that the features make', () => {
    const known = checksOfFeatures();
    const declared = mutants.flatMap(([, mutant]) => mutant.cases.flatMap(({ check }) => check ?? []));
    expect(declared.filter((check) => !known.has(check) && !check.startsWith('monitor/'))).toEqual([]);
  });
});
