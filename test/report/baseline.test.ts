import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { CaseResult, CheckResult } from '../../src/check/verdict.ts';
import { allureResults } from '../../src/report/allure/index.ts';
import {
  consoleSummary,
  countsOf,
  exitCode,
  fiveNumberLine,
  junitXml,
  type KnownDifference,
  lastLine,
  type RunFinding,
  staleEntries,
  summaryOf,
  withKnown,
  withKnownFinding,
} from '../../src/report/index.ts';
import { evidence, run } from './sample.ts';

const check = (id: string, result: CheckResult['result'], message = id): CheckResult => ({
  id,
  level: 'SHALL',
  result,
  message,
});
const one = (verdict: CaseResult['verdict'], ...checks: CheckResult[]): CaseResult => ({
  id: 'TC_B_01_CS',
  title: '',
  verdict,
  reason: 'the first',
  checks,
  durationMs: 1,
});
const entry = (id: string): KnownDifference => ({
  case: 'TC_B_01_CS',
  check: id,
  reason: 'vendor fixes it in 2.1',
  link: 'https://tracker.example/7',
  place: 'known.yaml:3',
});
const known = [entry('TC_B_01_CS/2-boot'), entry('monitor/schema')];

describe('a known difference', () => {
  const failing = one('fail', check('TC_B_01_CS/1-x', 'pass'), check('TC_B_01_CS/2-boot', 'fail'));

  it('keeps its verdict, says reason and link, and does not fail the run', () => {
    const result = withKnown(failing, known);
    expect(result.verdict).toBe('fail');
    expect(result.known).toBe(true);
    expect(result.checks[1]?.known).toEqual({ reason: 'vendor fixes it in 2.1', link: 'https://tracker.example/7' });
    expect(countsOf([result])).toEqual({ pass: 0, fail: 0, inconclusive: 0, notApplicable: 0, error: 0, known: 1 });
    expect(exitCode([result])).toBe(0);
    expect(fiveNumberLine(countsOf([result]))).toBe(
      '0 pass, 0 fail, 0 inconclusive, 0 not applicable, 0 error, 1 known difference',
    );
    expect(lastLine(countsOf([result]))).toBe('assay: 0 passed, 0 failed, 0 skipped, 1 known');
  });

  it('excuses no other check of the case', () => {
    const result = withKnown(one('fail', ...failing.checks, check('TC_B_01_CS/3-y', 'fail', 'the other')), known);
    expect(result.known).toBeUndefined();
    expect(result.verdict).toBe('fail');
    expect(result.reason).toBe('the other');
    expect(exitCode([result])).toBe(1);
  });

  it('excuses no error and nothing inconclusive', () => {
    for (const bad of ['error', 'inconclusive'] as const) {
      expect(withKnown(one(bad, check('TC_B_01_CS/2-boot', bad)), known).known).toBeUndefined();
      const mixed = withKnown(one(bad, ...failing.checks, check('TC_B_01_CS/3-y', bad)), known);
      expect([mixed.known, mixed.verdict]).toEqual([undefined, bad]);
    }
  });

  it('belongs to one case', () => {
    const other = { ...failing, id: 'TC_B_02_CS' };
    expect(withKnown(other, known)).toBe(other);
  });

  it('excuses a finding of its case', () => {
    const finding: RunFinding = { ...check('monitor/schema', 'fail'), cases: ['TC_B_01_CS'] };
    const excused = withKnownFinding(finding, known);
    expect(excused.known).toBeDefined();
    expect(exitCode([one('pass')], [excused])).toBe(0);
    expect(exitCode([one('pass')], [withKnownFinding({ ...finding, cases: ['TC_B_02_CS'] }, known)])).toBe(1);
  });
});

describe('an entry of the known differences', () => {
  const boot = [entry('TC_B_01_CS/2-boot')];
  const of = (entries: KnownDifference[], ...results: CaseResult[]) => {
    const { stale, unused } = staleEntries(
      entries,
      results.map((each) => withKnown(each, entries)),
      [],
    );
    return [stale.length, unused];
  };

  it('that fails is neither stale nor unused', () => {
    expect(of(boot, one('fail', check('TC_B_01_CS/2-boot', 'fail')))).toEqual([0, 0]);
  });

  it('that no longer fails fails the run, with file and line', () => {
    const { stale } = staleEntries(boot, [one('pass', check('TC_B_01_CS/2-boot', 'pass'))], []);
    expect(stale.map(({ message }) => message)).toEqual([
      'known.yaml:3: TC_B_01_CS/2-boot no longer fails; take the entry out',
    ]);
    expect(exitCode([one('pass')], stale)).toBe(1);
  });

  it('holds for all subjects of a run: gone only when it is gone on each', () => {
    const [fails, passes] = [check('TC_B_01_CS/2-boot', 'fail'), check('TC_B_01_CS/2-boot', 'pass')];
    expect(of(boot, one('pass', passes), one('fail', fails))).toEqual([0, 0]);
    expect(of(boot, one('fail', fails), one('pass', passes))).toEqual([0, 0]);
    expect(of(boot, one('pass', passes), one('inconclusive'))).toEqual([0, 1]);
    expect(of(boot, one('pass', passes), one('pass', passes))).toEqual([1, 0]);
  });

  it('of a monitor is stale when the case passes and the monitor said nothing', () => {
    expect(of([entry('monitor/schema')], one('pass', check('TC_B_01_CS/2-boot', 'pass')))).toEqual([1, 0]);
  });

  it('is not stale when nothing can be said: not run, not applicable, not reached, inconclusive, error', () => {
    expect(of(boot)).toEqual([0, 1]);
    expect(of(boot, one('not applicable'))).toEqual([0, 1]);
    expect(of(boot, one('fail', check('TC_B_01_CS/1-x', 'fail')))).toEqual([0, 1]);
    expect(of(boot, one('inconclusive', check('TC_B_01_CS/2-boot', 'inconclusive')))).toEqual([0, 1]);
    expect(of(boot, one('error', check('TC_B_01_CS/2-boot', 'error')))).toEqual([0, 1]);
  });

  it('that passes although another check fails is stale all the same', () => {
    const result = one('fail', check('TC_B_01_CS/2-boot', 'pass'), check('TC_B_01_CS/3-y', 'fail'));
    expect(of(boot, result)).toEqual([1, 0]);
  });
});

describe('a known difference in the reports', () => {
  const excuse = { ...entry('TC_B_01_CSMS/1-x'), case: 'TC_B_01_CSMS' };
  const failed = evidence('fail');
  const shown = { ...failed, result: withKnown(failed.result, [excuse]) };

  it('stands on the console with reason and link, and under no failure', () => {
    const told = consoleSummary(run, [], [shown.result], [], { unused: 2 });
    expect(told).toContain(
      'Known differences (they fail, and do not fail the run):\n  TC_B_01_CSMS/1-x: vendor fixes it in 2.1 (https://tracker.example/7)',
    );
    expect(told).not.toContain('TC_B_01_CSMS fail');
    expect(told).toContain('2 of the known differences: nothing was judged of them in this run');
  });

  it('is skipped with its reason in JUnit', () => {
    const xml = junitXml(run, [shown]);
    expect(xml).toContain('failures="0" errors="0" skipped="1"');
    expect(xml).toContain('<skipped message="known difference: TC_B_01_CSMS/1-x: vendor fixes it in 2.1');
  });

  it('stays failed in Allure, known, muted and linked', () => {
    const folder = mkdtempSync(join(tmpdir(), 'assay-known-'));
    try {
      allureResults(folder, run).add(shown);
      const file = readdirSync(folder).find((name) => name.endsWith('-result.json')) ?? '';
      expect(JSON.parse(readFileSync(join(folder, file), 'utf8'))).toMatchObject({
        status: 'failed',
        statusDetails: { known: true, muted: true, message: expect.stringMatching(/^known difference: /) },
        links: [{ type: 'issue', url: 'https://tracker.example/7' }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is marked in the summary, which fits its schema', () => {
    const schema: object = JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8'));
    const summary = JSON.parse(JSON.stringify(summaryOf(run, [shown.result], { incomplete: false })));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(summary), JSON.stringify(validate.errors)).toBe(true);
    expect(summary).toMatchObject({ counts: { fail: 0, known: 1 }, cases: [{ verdict: 'fail', known: true }] });
  });
});
