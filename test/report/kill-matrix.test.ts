import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { MutantRow } from '../../src/report/index.ts';
import { killMatrix, killMatrixText } from '../../src/report/index.ts';

const row = (name: string, extra: Partial<MutantRow> = {}): MutantRow => ({
  name,
  subject: 'station',
  requirement: 'B01.FR.01',
  applied: true,
  exercised: true,
  killedBy: [],
  ...extra,
});
const mutants = [
  row('forgets-boot', { killedBy: [{ case: 'TC_B_01_CS', check: 'TC_B_01_CS/2-boot' }] }),
  row('survivor'),
  row('asleep', { exercised: false, killedBy: [{ case: 'TC_B_01_CS', check: 'TC_B_01_CS/2-boot' }] }),
  row('absent', { applied: false, exercised: false }),
];
const matrix = killMatrix(mutants, [
  { id: 'TC_B_01_CS', mutants: ['forgets-boot'] },
  { id: 'TC_B_02_CS', mutants: ['survivor'] },
  { id: 'TC_B_03_CS', mutants: [] },
]);

describe('the kill matrix', () => {
  it('counts a mutant killed only when it was exercised and a check failed', () => {
    expect(matrix.score).toBe(0.25);
    expect(matrix.cases.map(({ killed }) => killed)).toEqual([true, false, false]);
  });

  it('is printed', () => {
    const lines = killMatrixText(matrix).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^forgets-boot +station +B01\.FR\.01 +killed +TC_B_01_CS\/2-boot$/);
    expect(lines[1]).toMatch(/SURVIVED$/);
    expect(lines[2]).toMatch(/NOT EXERCISED/);
    expect(lines[3]).toMatch(/NOT APPLIED$/);
    expect(lines).toContain('TC_B_02_CS: kills none of survivor');
    expect(lines).toContain('TC_B_03_CS: no mutant');
    expect(lines.at(-1)).toBe('mutants: 1 killed, 3 not, score 25 %');
  });

  it('fits its schema', () => {
    const validate = new Ajv2020({ strict: true }).compile(
      JSON.parse(readFileSync('schemas/mutants.schema.json', 'utf8')),
    );
    expect(validate(matrix), JSON.stringify(validate.errors)).toBe(true);
  });
});
