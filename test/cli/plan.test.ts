import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allCases } from '../../src/catalogue/index.ts';
import { factorOf } from '../../src/cli/clock-factor.ts';
import { byProfile, defaultFeatures, planRole, selectionOf } from '../../src/cli/plan.ts';
import { runCommand } from '../../src/cli/run.ts';
import { FeatureError, UsageError } from '../../src/harness/index.ts';

const features = mkdtempSync(join(tmpdir(), 'assay-features-'));
afterAll(() => rmSync(features, { recursive: true }));
const official = allCases().filter(({ role }) => role === 'station');
const conditional = official.find(
  ({ profiles }) => profiles.length > 0 && profiles.every(({ condition }) => condition),
);
writeFileSync(
  join(features, 'a.feature'),
  ['TC_B_01_CS', 'TC_B_02_CS', 'TC_B_01_CSMS', ...(conditional === undefined ? [] : [conditional.id])].reduce(
    (text, id) => `${text}\n  @${id}\n  Scenario: ${id}\n    Given 5 seconds pass\n`,
    'Feature: some\n',
  ),
);

const wrong = (options: Parameters<typeof selectionOf>[0]): string => {
  try {
    selectionOf(options);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('the selection was accepted');
};

describe('a selection', () => {
  it('is everything unless something is said', () => {
    expect(selectionOf({})).toEqual({ cases: [], profiles: [], features: defaultFeatures });
  });

  it('reads lists with blanks and empty members', () => {
    const { cases, profiles } = selectionOf({ case: ' TC_B_01_CS, TC_B_02_CS,', profile: 'Core' });
    expect(cases).toEqual(['TC_B_01_CS', 'TC_B_02_CS']);
    expect(profiles).toEqual(['Core']);
    expect(isAbsolute(selectionOf({ features: 'somewhere' }).features)).toBe(true);
  });

  it('takes cases of our own on trust', () => {
    expect(selectionOf({ case: 'X_B_01_CS' }).cases).toEqual(['X_B_01_CS']);
  });

  it('names the nearest id when there is none like it', () => {
    expect(wrong({ case: 'TC_B_01_SC' })).toMatch(/^--case TC_B_01_SC: no such official case; did you mean TC_B_01_CS/);
    expect(wrong({ case: 'TC_B_01_CS,TC_K_6O_CSMS' })).toContain('did you mean TC_K_60_CSMS?');
    expect(wrong({ case: 'nonsense' })).toBe('--case nonsense: no such official case');
  });

  it('of an unknown profile is wrong use', () => {
    expect(wrong({ profile: 'Core,Smart' })).toMatch(/^--profile Smart: no such certification profile/);
  });
});

describe('the plan of a role', () => {
  const select = (more: Parameters<typeof selectionOf>[0] = {}) => ({ ...selectionOf(more), features });

  it('runs what is implemented, in the order of the catalogue', () => {
    const { run, all, rows } = planRole('station', select(), {});
    expect(run).toEqual(expect.arrayContaining(['TC_B_01_CS', 'TC_B_02_CS']));
    expect(run).not.toContain('TC_B_01_CSMS');
    const order = official.map(({ id }) => id);
    expect(run.map((id) => order.indexOf(id))).toEqual(run.map((id) => order.indexOf(id)).toSorted((a, b) => a - b));
    expect(all).toHaveLength(official.length);
    expect(rows.every(({ role }) => role === 'station')).toBe(true);
  });

  it('only what was named', () => {
    expect(planRole('station', select({ case: 'TC_B_02_CS' }), {}).run).toEqual(['TC_B_02_CS']);
    expect(planRole('csms', select({ case: 'TC_B_02_CS' }), {}).run).toEqual([]);
  });

  it('what does not apply to the product is a result, with the reason', () => {
    const { run, notApplicable } = planRole('station', select(), { Core: false });
    expect(run).not.toContain('TC_B_01_CS');
    expect(notApplicable.find(({ id }) => id === 'TC_B_01_CS')).toMatchObject({
      verdict: 'not applicable',
      checks: [],
      reason: expect.stringContaining('profile Core is not supported'),
    });
  });

  it('a feature that cannot be read is one line with its place', () => {
    const broken = mkdtempSync(join(tmpdir(), 'assay-broken-'));
    writeFileSync(join(broken, 'b.feature'), 'Feature: b\n  Scenario: x\n    Given y\n    nonsense\n');
    try {
      const planning = () => planRole('station', { cases: [], profiles: [], features: broken }, {});
      expect(planning).toThrow(FeatureError);
      expect(planning).toThrow(/b\.feature: \(\d+:\d+\): [^\n]+$/);
    } finally {
      rmSync(broken, { recursive: true });
    }
  });
});

describe('security profiles', () => {
  it('what this one cannot judge is told with the reason', () => {
    expect(byProfile(['TC_A_07_CS', 'TC_B_01_CS', 'TC_A_01_CS'], 2)).toEqual({
      can: ['TC_B_01_CS', 'TC_A_01_CS'],
      cannot: [['TC_A_07_CS', 'needs security profile 3, this run uses 2']],
    });
  });

  it('profiles 2, 3 and 1 in turn judge every case', () => {
    let open: readonly string[] = allCases().map(({ id }) => id);
    for (const profile of [2, 3, 1] as const) open = byProfile(open, profile).cannot.map(([id]) => id);
    expect(open).toEqual([]);
  });
});

describe('wrong use of `run`', () => {
  const reports = join(features, 'reports');
  it.each([
    [{ sut: 'charger' }, '--sut charger: must be station or csms'],
    [{ sut: 'station', case: 'TC_B_1_CS' }, 'no such official case'],
    [{ sut: 'station', config: join(features, 'nowhere.yaml') }, 'cannot be read'],
  ])('%j', async (options, why) => {
    const running = runCommand({ reports, ...options });
    await expect(running).rejects.toThrow(UsageError);
    await expect(running).rejects.toThrow(why);
  });

  it('a configuration of the other role', async () => {
    const file = join(features, 'csms.yaml');
    writeFileSync(file, 'sut: csms\nidentity: CS-1\npassword: sixteen-letters-at-least\n');
    await expect(runCommand({ sut: 'station', config: file, reports })).rejects.toThrow(
      `${file}: sut is csms, but --sut says station`,
    );
  });

  it('nothing to judge ends with 3', async () => {
    const said: string[] = [];
    const write = process.stderr.write;
    process.stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
    try {
      const file = join(features, 'profile-3.yaml');
      writeFileSync(file, 'sut: station\nidentity: CS-1\nsecurityProfile: 3\n');
      expect(await runCommand({ sut: 'station', config: file, case: 'TC_A_01_CS', reports })).toBe(3);
    } finally {
      process.stderr.write = write;
    }
    expect(said.join('')).toMatch(/^assay: nothing is selected: [^\n]+\n$/);
  });
});

it('security and certificates run in real time, the rest ten times as fast', () => {
  expect(['TC_A_02_CSMS', 'TC_M_01_CSMS', 'TC_B_01_CS', 'TC_L_01_CSMS', 'X_A_01_CS'].map(factorOf)).toEqual([
    1, 1, 10, 10, 1,
  ]);
  expect(['TC_A_01_CS', 'TC_A_05_CS'].map(factorOf)).toEqual([2, 4]);
});
