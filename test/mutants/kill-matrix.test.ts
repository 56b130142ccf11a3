import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultFeatures, implementedIn } from '../../src/cli/plan.ts';
import { scenariosIn } from '../../src/harness/index.ts';
import {
  type DeclaredMutant,
  killMatrix,
  killMatrixDocument,
  type MutantTrial,
  mutantRow,
} from '../../src/report/index.ts';
import { mutantsOf } from '../../src/subject/index.ts';

const all: readonly DeclaredMutant[] = [...mutantsOf.station, ...mutantsOf.csms];

/** The trial that goes as declared: the declared checks fail, everything else stays green. */
const asDeclared = ({ cases, harmless, odd }: DeclaredMutant): MutantTrial => ({
  applied: true,
  exercised: true,
  cases: [
    ...cases.map(({ id, check = '' }) =>
      odd === true
        ? { id, verdict: 'pass' as const, checks: [] }
        : { id, verdict: 'fail' as const, checks: [{ id: check, result: 'fail' as const }] },
    ),
    ...(harmless === undefined ? [] : [{ id: harmless, verdict: 'pass' as const, checks: [] }]),
  ],
});

describe('docs/kill-matrix.md', () => {
  it('lists the mutants, cases and checks that there are (npm run matrix writes it)', () => {
    const ids = [...implementedIn(scenariosIn(defaultFeatures)).keys()];
    const odd = new Set(all.filter((mutant) => mutant.odd === true).map(({ name }) => name));
    const rows = all.map((mutant) => mutantRow(mutant, asDeclared(mutant)));
    const committed = readFileSync(join(import.meta.dirname, '../../docs/kill-matrix.md'), 'utf8');
    expect(committed).toBe(killMatrixDocument(killMatrix(rows, odd, ids)));
  });

  it.each(all.filter(({ odd }) => odd !== true))(
    '$name names the check that must fail, and a case it must leave alone',
    (mutant) => {
      expect(mutant.cases.filter(({ check }) => check === undefined)).toEqual([]);
      expect(mutant.harmless).toBeDefined();
    },
  );

  it('no name stands for two mutants', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });
});
