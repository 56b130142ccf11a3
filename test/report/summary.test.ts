import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allCases, withImplementation } from '../../src/catalogue/index.ts';
import type { Verdict } from '../../src/check/verdict.ts';
import type { RunFinding } from '../../src/report/index.ts';
import {
  consoleSummary,
  countsOf,
  exitCode,
  fiveNumberLine,
  lastLine,
  profileTable,
  summaryOf,
  writeJson,
} from '../../src/report/index.ts';
import { evidence, failing, failingEvents, run } from './sample.ts';

const of = (...verdicts: Verdict[]) => verdicts.map((verdict) => evidence(verdict).result);
const finding: RunFinding = {
  id: 'monitor/boot-first',
  requirement: 'B01.FR.10',
  level: 'SHALL',
  result: 'fail',
  message: 'sent too early',
  cases: ['TC_B_01_CSMS'],
};

function validator(name: string) {
  return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')),
  );
}

describe('exit code', () => {
  it.each<[Verdict[], number]>([
    [['pass'], 0],
    [['pass', 'not applicable'], 0],
    [['pass', 'fail'], 1],
    [['fail', 'error', 'inconclusive'], 1],
    [['pass', 'inconclusive'], 2],
    [['pass', 'error'], 2],
    [['none'], 2],
    [['not applicable'], 3],
    [[], 3],
  ])('%j gives %i', (verdicts, code) => {
    expect(exitCode(of(...verdicts))).toBe(code);
  });

  it('is 1 when a finding of the run broke a requirement', () => {
    expect(exitCode(of('pass'), [finding])).toBe(1);
    expect(exitCode(of('pass'), [{ ...finding, result: 'warning' }])).toBe(0);
  });
});

describe('the last two lines', () => {
  const counts = countsOf(of('pass', 'pass', 'fail', 'inconclusive', 'none', 'error', 'not applicable'));
  it('count five outcomes, then three', () => {
    expect(fiveNumberLine(counts)).toBe('2 pass, 1 fail, 2 inconclusive, 1 not applicable, 1 error');
    expect(lastLine(counts)).toBe('assay: 2 passed, 4 failed, 1 skipped');
  });
});

describe('the profiles', () => {
  const cases = allCases().filter(({ role }) => role === 'csms');
  const planned = (ids: readonly string[]) =>
    cases.map((one) => withImplementation(one, new Map(ids.map((id) => [id, { uri: 'x', line: 1 }]))));

  it('print x of y until every case is implemented and judged', () => {
    const lines = profileTable(planned(['TC_B_01_CSMS']), of('pass'));
    expect(lines[0]).toMatch(/^Core +1 of 132 cases implemented: 1 passed$/);
    expect(lines.some((line) => line.startsWith('Not part of certification'))).toBe(true);
  });

  it('are passed when they are', () => {
    const boot = planned(['TC_B_01_CSMS']).filter(({ id }) => id === 'TC_B_01_CSMS');
    expect(profileTable(boot, of('pass'))).toEqual(['Core  passed (1 passed)']);
    expect(profileTable(boot, of('pass', 'not applicable'))).toEqual(['Core  passed (1 passed)']);
    expect(profileTable(boot, of('pass', 'inconclusive'))).toEqual(['Core  1 of 1 cases implemented: 1 inconclusive']);
    expect(profileTable(boot, [])).toEqual(['Core  1 of 1 cases implemented']);
    expect(profileTable(boot, of('not applicable'))).toEqual(['Core  not applicable']);
  });

  it('stand in the console summary, which ends with the line of three numbers', () => {
    const lines = consoleSummary(run, planned(['TC_B_01_CSMS']), of('fail'), [finding])
      .trimEnd()
      .split('\n');
    expect(lines.at(-1)).toBe('assay: 0 passed, 1 failed, 0 skipped');
    expect(lines.at(-2)).toBe('0 pass, 1 fail, 0 inconclusive, 0 not applicable, 0 error');
    expect(lines).toContain('TC_B_01_CSMS fail: so');
    expect(lines).toContain('  monitor/boot-first [B01.FR.10]: sent too early (in TC_B_01_CSMS)');
  });
});

describe('summary.json', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'summary-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('fits its schema, with every verdict, findings and the failing case', () => {
    const results = [...of('pass', 'fail', 'inconclusive', 'none', 'error', 'not applicable'), failing];
    const summary = summaryOf(run, results, { incomplete: false, findings: [finding] });
    const validate = validator('summary');
    expect(validate(JSON.parse(JSON.stringify(summary))), JSON.stringify(validate.errors)).toBe(true);
    expect(summary.cases.map(({ verdict }) => verdict)).toEqual([
      'pass',
      'fail',
      'inconclusive',
      'inconclusive',
      'error',
      'not applicable',
      'fail',
    ]);
    expect(summary.cases[3]?.reason).toBe('nothing was judged');
    expect(summary.statement).toContain('no OCPP certificate');
  });

  it('is written whole or not at all', () => {
    const file = join(folder, 'reports', 'summary.json');
    writeJson(file, summaryOf(run, [], { incomplete: true }));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ incomplete: true, cases: [] });
    writeJson(file, summaryOf(run, of('pass'), { incomplete: false }));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ incomplete: false, counts: { pass: 1 } });
    expect(readdirSync(join(folder, 'reports'))).toEqual(['summary.json']);
  });
});

describe('the timeline schema', () => {
  const validate = validator('timeline');
  it('fits every kind of event', () => {
    for (const event of failingEvents)
      expect(
        validate(JSON.parse(JSON.stringify(event))),
        `${JSON.stringify(event)} ${JSON.stringify(validate.errors)}`,
      ).toBe(true);
    expect(validate({ ...failingEvents[0], surprise: 1 })).toBe(false);
  });
  it('fits the header', () => {
    const header = {
      timeline: 1,
      case: 'TC_X',
      suite: '0',
      edition: 'e',
      role: 'csms',
      identity: 'i',
      configDigest: 'd',
      pics: {},
      clock: { epoch: 0, wallEpoch: 0, factor: 1 },
      complete: false,
    };
    expect(validate(header)).toBe(true);
  });
});

describe('the bench schema', () => {
  it('fits metrics with and without a baseline', () => {
    const metric = { name: 'heartbeat', value: 1.2, unit: 'ms', samples: 100 };
    const validate = validator('bench');
    expect(
      validate({
        machine: '2 cores',
        metrics: [metric, { ...metric, baseline: { name: 'bare ws', value: 1 }, ratio: 1.2 }],
      }),
    ).toBe(true);
    expect(validate({ machine: '2 cores', metrics: [{ ...metric, samples: 0 }] })).toBe(false);
  });
});
