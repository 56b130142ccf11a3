import { describe, expect, it } from 'vitest';
import { type Coverage, coverageOf, coverageText, type Summary } from '../../src/report/index.ts';

type Check = Summary['cases'][number]['checks'][number];
const check = (id: string, requirement: string, result: Check['result'] = 'pass'): Check => ({
  id,
  requirement,
  level: 'SHALL',
  result,
});
const of = (...checks: Check[]): Coverage =>
  coverageOf({
    incomplete: false,
    cases: [{ id: 'TC_B_01_CS', title: '', verdict: 'pass', checks, durationMs: 1, subject: 'ac-3ph/profile 2' }],
  });
const row = (coverage: Coverage, id: string) => coverage.requirements.find(({ requirement }) => requirement === id);

describe('coverage', () => {
  it('names for a requirement the checks that judged it, and the worst of them', () => {
    const coverage = of(check('TC_B_01_CS/2-x', 'B01.FR.01, B01.FR.09'), check('TC_B_01_CS/3-y', 'B01.FR.01', 'fail'));
    expect(row(coverage, 'B01.FR.01')).toEqual({
      requirement: 'B01.FR.01',
      verdict: 'fail',
      checks: [
        { case: 'TC_B_01_CS', check: 'TC_B_01_CS/2-x', result: 'pass', subject: 'ac-3ph/profile 2' },
        { case: 'TC_B_01_CS', check: 'TC_B_01_CS/3-y', result: 'fail', subject: 'ac-3ph/profile 2' },
      ],
    });
    expect(row(coverage, 'B01.FR.09')?.verdict).toBe('pass');
    expect(coverage.unknown).toEqual([]);
  });

  it('lists every requirement, judged or not', () => {
    const coverage = of();
    expect(coverage.requirements.length).toBeGreaterThan(1200);
    expect(row(coverage, 'O01.FR.01')).toEqual({ requirement: 'O01.FR.01', verdict: 'none', checks: [] });
  });

  it('counts no observation as judged', () => {
    const coverage = of(check('TC_B_01_CS/2-x', 'B01.FR.01', 'observation'));
    expect(coverageText(coverage)).toContain('0 of ');
    expect(coverageText(coverage)).not.toContain('TC_B_01_CS/2-x');
  });

  it('keeps steps of cases and sections of other parts apart', () => {
    const coverage = of(check('TC_B_01_CS/2-x', 'TC_B_01_CS/step 2'), check('monitor/time', 'Part 4, 4.2, G02.FR.03'));
    expect(row(coverage, 'G02.FR.03')?.checks).toHaveLength(1);
    expect(coverage.others.map(({ requirement }) => requirement)).toEqual(['Part 4, 4.2', 'TC_B_01_CS/step 2']);
    expect(coverage.unknown).toEqual([]);
  });

  it('names ids that do not exist, and who cites them', () => {
    const coverage = of(check('TC_B_01_CS/2-x', 'B01.FR.98'));
    expect(coverage.unknown).toEqual([
      expect.stringMatching(/^B01\.FR\.98 is no requirement of Part 2; nearest is .* \(cited by TC_B_01_CS\/2-x\)$/),
    ]);
    expect(coverageText(coverage)).toContain('B01.FR.98 is no requirement');
  });
});
