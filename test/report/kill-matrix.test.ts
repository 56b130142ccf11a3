import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { DeclaredMutant, MutantTrial, TriedCase } from '../../src/report/index.ts';
import {
  concernsOf,
  isKilled,
  killMatrix,
  killMatrixDocument,
  killMatrixPage,
  mutantLine,
  mutantRow,
  scoreLine,
} from '../../src/report/index.ts';
import { hostile } from './sample.ts';

const mutant = (name: string, extra: Partial<DeclaredMutant> = {}): DeclaredMutant => ({
  name,
  role: 'station',
  requirement: 'B01.FR.01',
  cases: [{ id: 'TC_B_01_CS', check: 'TC_B_01_CS/2-boot' }],
  harmless: 'TC_B_06_CS',
  ...extra,
});
const failing = (id: string, ...checks: string[]): TriedCase => ({
  id,
  verdict: 'fail',
  reason: 'status: expected Accepted\nmore',
  checks: [{ id: `${id}/1-first`, result: 'pass' }, ...checks.map((check) => ({ id: check, result: 'fail' as const }))],
});
const green = (id: string): TriedCase => ({ id, verdict: 'pass', checks: [{ id: `${id}/1-first`, result: 'pass' }] });
const trial = (...cases: TriedCase[]): MutantTrial => ({ applied: true, exercised: true, cases });
const boot = failing('TC_B_01_CS', 'TC_B_01_CS/2-boot');

describe('a mutant', () => {
  it('is killed by its declared check and nothing is to be said', () => {
    const row = mutantRow(mutant('m'), trial(boot, green('TC_B_06_CS')));
    expect(isKilled(row)).toBe(true);
    expect(row.killedBy).toEqual([{ case: 'TC_B_01_CS', check: 'TC_B_01_CS/2-boot' }]);
    expect(row.problems).toEqual([]);
  });

  it('survives when another check fails than the one that is about it', () => {
    const row = mutantRow(mutant('m'), trial(failing('TC_B_01_CS', 'TC_B_01_CS/3-other'), green('TC_B_06_CS')));
    expect(isKilled(row)).toBe(false);
    expect(row.alsoFailed).toEqual([{ case: 'TC_B_01_CS', check: 'TC_B_01_CS/3-other' }]);
    expect(row.problems).toEqual(['survives TC_B_01_CS: fail status: expected Accepted']);
  });

  it('has to be killed in every case that is declared', () => {
    const two = mutant('m', { cases: [{ id: 'TC_B_01_CS', check: 'TC_B_01_CS/2-boot' }, { id: 'TC_B_02_CS' }] });
    expect(mutantRow(two, trial(boot, green('TC_B_02_CS'), green('TC_B_06_CS'))).problems).toEqual([
      'survives TC_B_02_CS: pass',
    ]);
    expect(mutantRow(two, trial(boot, green('TC_B_06_CS'))).problems).toEqual(['survives TC_B_02_CS: not run']);
  });

  it('that was never called is not killed, whatever failed', () => {
    const row = mutantRow(mutant('m'), { ...trial(boot, green('TC_B_06_CS')), exercised: false });
    expect(isKilled(row)).toBe(false);
    expect(row.problems).toEqual(['the seam it replaces was never called']);
  });

  it('must not change the case that has nothing to do with it', () => {
    const row = mutantRow(mutant('m'), trial(boot, failing('TC_B_06_CS', 'TC_B_06_CS/2-x')));
    expect(row.problems).toEqual(['changes TC_B_06_CS, which must stay green: fail status: expected Accepted']);
    expect(mutantRow(mutant('m'), trial(boot)).problems).toEqual([
      'changes TC_B_06_CS, which must stay green: not run',
    ]);
  });

  it('of a monitor is caught by the monitor alone', () => {
    const monitored = mutant('m', { cases: [{ id: 'TC_B_01_CS', check: 'monitor/skew' }] });
    const alone = trial(failing('TC_B_01_CS', 'monitor/skew'), green('TC_B_06_CS'));
    expect(mutantRow(monitored, alone).problems).toEqual([]);
    const together = trial(failing('TC_B_01_CS', 'monitor/skew', 'TC_B_01_CS/2-boot'), green('TC_B_06_CS'));
    expect(mutantRow(monitored, together).problems).toEqual([
      'TC_B_01_CS fails in TC_B_01_CS/2-boot too: the monitor has to catch it alone',
    ]);
  });

  it('whose run broke off says why', () => {
    const brokenOff = 'its process ended; out of memory';
    const row = mutantRow(mutant('m'), { applied: false, exercised: false, cases: [], brokenOff });
    expect(row.problems[0]).toBe(`its run broke off: ${brokenOff}`);
    expect(isKilled(row)).toBe(false);
  });

  it('that is odd but legal is accused by no case', () => {
    const odd = mutant('o', { odd: true, cases: [{ id: 'TC_B_01_CS' }, { id: 'TC_B_02_CS' }] });
    expect(mutantRow(odd, trial(green('TC_B_01_CS'), green('TC_B_02_CS'))).problems).toEqual([]);
    expect(mutantRow(odd, trial(boot, green('TC_B_02_CS'))).problems).toEqual([
      'changes TC_B_01_CS, which must stay green: fail status: expected Accepted',
    ]);
    expect(mutantRow(odd, { ...trial(green('TC_B_01_CS'), green('TC_B_02_CS')), exercised: false }).problems).toEqual([
      'the seam it replaces was never called',
    ]);
  });
});

const killed = mutantRow(mutant('forgets-boot'), trial(boot, green('TC_B_06_CS')));
const survivor = mutantRow(
  mutant('survivor', { requirement: 'B02.FR.01', cases: [{ id: 'TC_B_02_CS' }] }),
  trial(green('TC_B_02_CS'), green('TC_B_06_CS')),
);
const oddOne = mutantRow(mutant('late-clock', { odd: true }), trial(green('TC_B_01_CS')));
const rows = [survivor, oddOne, killed];
const ids = ['TC_B_02_CS', 'TC_B_01_CS', 'TC_B_03_CS'];
const matrix = killMatrix(rows, new Set(['late-clock']), ids);

describe('the kill matrix', () => {
  it('scores mutants only, and orders cases as the catalogue does, whoever came first', () => {
    expect(matrix.score).toBe(0.5);
    expect(matrix.mutants.map(({ name }) => name)).toEqual(['forgets-boot', 'survivor']);
    expect(matrix.odd.map(({ name }) => name)).toEqual(['late-clock']);
    expect(matrix.cases).toEqual([
      { id: 'TC_B_01_CS', mutants: ['forgets-boot'], killed: true },
      { id: 'TC_B_02_CS', mutants: ['survivor'], killed: false },
      { id: 'TC_B_03_CS', mutants: [], killed: false },
    ]);
    expect(scoreLine(matrix)).toBe('mutants: 1 killed, 1 not, score 50 %; odd: 1 left green, 0 not');
  });

  it('names survivors and cases without a kill', () => {
    expect(concernsOf(matrix)).toEqual([
      'survivor: survives TC_B_02_CS: pass',
      'TC_B_02_CS: kills none of survivor',
      'TC_B_03_CS: no mutant',
    ]);
  });

  it('tells each mutant as it was tried, with elapsed and remaining time', () => {
    const progress = { done: 1, total: 3, elapsedMs: 2000, durationMs: 1500 };
    expect(mutantLine(killed, false, progress)).toBe(
      '[1/3] killed        forgets-boot  TC_B_01_CS/2-boot  1.5 s  (elapsed 0:02, about 0:04 left)\n',
    );
    expect(mutantLine(survivor, false, progress)).toMatch(/SURVIVED .*\n {6}survives TC_B_02_CS: pass\n$/);
    expect(mutantLine(oddOne, true, progress)).toContain('left green    late-clock');
  });

  it('fits its schema', () => {
    const schema: object = JSON.parse(readFileSync('schemas/mutants.schema.json', 'utf8'));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(matrix), JSON.stringify(validate.errors)).toBe(true);
  });

  it('as a document does not depend on the order in which mutants were tried', () => {
    const again = killMatrix([...rows].reverse(), new Set(['late-clock']), [...ids].reverse());
    expect(killMatrixDocument(again)).toBe(killMatrixDocument(matrix));
    expect(killMatrixDocument(matrix)).toContain('| TC_B_01_CS | 2-boot | forgets-boot | B01.FR.01 | TC_B_06_CS |');
    expect(killMatrixDocument(matrix)).toContain('| TC_B_02_CS | SURVIVED | survivor | B02.FR.01 | TC_B_06_CS |');
    expect(killMatrixDocument(matrix)).toContain('- TC_B_03_CS: no mutant');
  });

  it('as a page loads nothing, shows survivors first, and scores blocks and requirements', () => {
    const bad = mutantRow(mutant(hostile), trial());
    const html = killMatrixPage(killMatrix([...rows, bad], new Set(['late-clock']), ids, true));
    expect(html).not.toMatch(/<script|<link|<img|src=|href=/);
    expect(html).not.toContain(hostile);
    expect(html).toContain('incomplete');
    expect(html.indexOf('<b>survivor</b>')).toBeLessThan(html.indexOf('<b>forgets-boot</b>'));
    expect(html).toContain('<td>B Provisioning</td><td>1 of 3 (33 %)</td>');
    expect(html).toContain('<td>B02.FR.01</td><td>0 of 1 (0 %)</td>');
    expect(html).toContain('late-clock');
  });
});
