import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { CaseResult, CheckResult } from '../../src/check/verdict.ts';
import { worstRun } from '../../src/cli/repeat.ts';
import { consoleSummary, flakeLines, repetitionOf, summaryOf } from '../../src/report/index.ts';
import { run } from './sample.ts';

const one = (verdict: CaseResult['verdict'], results: Readonly<Record<string, CheckResult['result']>>): CaseResult => ({
  id: 'TC_B_01_CS',
  title: '',
  verdict,
  checks: Object.entries(results).map(([id, result]) => ({ id, level: 'SHALL', result })),
  durationMs: 1,
});
const good = one('pass', { 'TC_B_01_CS/2-x': 'pass', 'TC_B_01_CS/3-y': 'pass' });
const bad = one('fail', { 'TC_B_01_CS/2-x': 'fail' });

describe('a repeated case', () => {
  it('that says the same every time is not flaky', () => {
    expect(repetitionOf(3, [[good, good, good]])).toEqual({ times: 3, checks: 2, flaky: [] });
    expect(repetitionOf(2, [[bad, bad]]).flaky).toEqual([]);
  });

  it('has a flake rate a check: the share of the runs that did not say what most said', () => {
    expect(repetitionOf(3, [[good, bad, good]]).flaky).toEqual([
      { case: 'TC_B_01_CS', check: 'TC_B_01_CS/2-x', results: { pass: 2, fail: 1 }, rate: 0.333 },
    ]);
  });

  it('does not blame a check that was not reached', () => {
    expect(repetitionOf(2, [[good, bad]]).flaky.map(({ check }) => check)).toEqual(['TC_B_01_CS/2-x']);
  });

  it('counts a monitor that speaks once in a while', () => {
    const noticed = one('fail', { 'TC_B_01_CS/2-x': 'pass', 'TC_B_01_CS/3-y': 'pass', 'monitor/silence': 'fail' });
    expect(repetitionOf(2, [[good, noticed]]).flaky.map(({ check, rate }) => [check, rate])).toEqual([
      ['monitor/silence', 0.5],
    ]);
  });

  it('ends with its worst verdict', () => {
    expect(worstRun([good, bad, good])).toBe(bad);
    expect(worstRun([bad, one('error', {}), good]).verdict).toBe('error');
  });

  it('is told on the console and in the summary', () => {
    const repetition = repetitionOf(3, [[good, bad, good]]);
    const told = consoleSummary(run, [], [bad], [], { repetition });
    expect(told).toContain('1 of 2 checks were flaky in 3 runs of each case:');
    expect(told).toContain('  TC_B_01_CS/2-x: 2 pass, 1 fail (flake rate 33 %)');
    expect(flakeLines(repetitionOf(2, [[good, good]]))).toEqual(['0 of 2 checks were flaky in 2 runs of each case']);
    const schema: object = JSON.parse(readFileSync('schemas/summary.schema.json', 'utf8'));
    const validate = new Ajv2020({ strict: true }).compile(schema);
    const summary = summaryOf(run, [bad], { incomplete: false, repetition });
    expect(validate(JSON.parse(JSON.stringify(summary))), JSON.stringify(validate.errors)).toBe(true);
  });
});
