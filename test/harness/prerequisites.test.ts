import { expect, it } from 'vitest';
import { allCases } from '../../src/catalogue/index.ts';
import { securityProfileObstacle } from '../../src/harness/prerequisites.ts';

const profiles = [1, 2, 3] as const;

it('every official case can run on at least one security profile', () => {
  for (const { id } of allCases())
    expect(
      profiles.some((profile) => securityProfileObstacle(id, profile) === undefined),
      id,
    ).toBe(true);
});

it('a case that needs no profile runs on any', () => {
  expect(profiles.map((profile) => securityProfileObstacle('TC_B_01_CS', profile))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('says what is needed and what there is', () => {
  expect(securityProfileObstacle('TC_A_01_CS', 3)).toBe('needs security profile 1 or 2, this run uses 3');
  expect(securityProfileObstacle('TC_A_07_CSMS', 2)).toBe('needs security profile 3, this run uses 2');
  expect(securityProfileObstacle('TC_A_07_CSMS', 3)).toBeUndefined();
});
