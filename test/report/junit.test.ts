import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/check/verdict.ts';
import { junitXml } from '../../src/report/index.ts';
import { evidence, failingEvidence, run } from './sample.ts';
import { xmlFaults } from './well-formed.ts';

describe('JUnit XML', () => {
  it.each<[Verdict, string | undefined, string]>([
    ['pass', undefined, 'failures="0" errors="0" skipped="0"'],
    ['fail', '<failure type="fail" message="so">', 'failures="1" errors="0" skipped="0"'],
    [
      'inconclusive',
      '<error type="inconclusive: rig" message="because of inconclusive">',
      'failures="0" errors="1" skipped="0"',
    ],
    ['none', '<error type="inconclusive" message="nothing was judged">', 'failures="0" errors="1" skipped="0"'],
    ['error', '<error type="error" message="because of error">', 'failures="0" errors="1" skipped="0"'],
    ['not applicable', '<skipped message="because of not applicable"/>', 'failures="0" errors="0" skipped="1"'],
  ])('%s', (verdict, element, numbers) => {
    const xml = junitXml(run, [evidence(verdict)]);
    expect(xmlFaults(xml)).toEqual([]);
    expect(xml).toContain(`tests="1" ${numbers}`);
    if (element === undefined) expect(xml).not.toMatch(/<(failure|error|skipped)[ >]/);
    else expect(xml).toContain(element);
  });

  it('says what was expected, what came and which requirement, and survives hostile words', () => {
    const xml = junitXml(run, [failingEvidence()]);
    expect(xmlFaults(xml)).toEqual([]);
    expect(xml).toContain('K01.FR.03');
    expect(xml).toContain('expected: chargingProfile.transactionId = &quot;tx-1&quot;');
    expect(xml).not.toContain('<script');
    expect(xml).toContain('<testsuite name="K Smart Charging" tests="1" failures="1"');
  });

  it('lists findings of the run', () => {
    const xml = junitXml(run, [], [{ id: 'monitor/x', level: 'SHALL', result: 'fail', cases: ['TC_A_01_CS'] }]);
    expect(xmlFaults(xml)).toEqual([]);
    expect(xml).toContain('<testsuite name="Findings of the run" tests="1" failures="1"');
  });
});
