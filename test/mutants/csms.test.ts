import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CheckBook } from '../../src/harness/case/checks.ts';
import { scenariosIn } from '../../src/harness/cucumber.ts';
import { csmsMutants } from '../../src/mutants/csms/index.ts';

const scenarios = scenariosIn(join(import.meta.dirname, '../../features/csms'));
const mutants = Object.values(csmsMutants);

/** Ids of every check that a sentence of a case may make. */
function checksOf(id: string): string[] {
  return scenarios
    .filter((scenario) => scenario.id === id)
    .flatMap(({ pickle }) => pickle.steps.map(({ text }, index) => new CheckBook(id).idFor(index + 1, text)));
}

describe('mutants of the CSMS', () => {
  it.each(mutants)('$name trips checks that exist', ({ cases }) => {
    for (const { id, check } of cases)
      if (check?.startsWith('monitor/') === false) expect(checksOf(id)).toContain(check);
  });

  it.each(mutants)('$name has a case that it must not affect', ({ cases, harmless, odd }) => {
    if (odd === true) return;
    expect(scenarios.map(({ id }) => id)).toContain(harmless);
    expect(cases.map(({ id }) => id)).not.toContain(harmless);
  });

  it('have names of their own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });
});
