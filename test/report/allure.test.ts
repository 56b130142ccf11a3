import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/check/verdict.ts';
import { allureResults, generateAllureReport, withoutAnalytics } from '../../src/report/allure/index.ts';
import type { CaseEvidence } from '../../src/report/index.ts';
import { evidence, failingEvents, failingEvidence, hostile, run, timeline } from './sample.ts';

interface Written {
  readonly name: string;
  readonly status: string;
  readonly statusDetails: {
    readonly message?: string;
    readonly trace?: string;
  };
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly steps: readonly {
    readonly name: string;
    readonly status: string;
    readonly steps: readonly { readonly name: string; readonly status: string }[];
  }[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly source: string }[];
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allure-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(one: CaseEvidence): Written {
  allureResults(join(folder, 'results'), run).add(one);
  const [name] = readdirSync(join(folder, 'results')).filter((file) => file.endsWith('-result.json'));
  return JSON.parse(readFileSync(join(folder, 'results', name ?? ''), 'utf8'));
}
const values = (result: Written, name: string): string[] =>
  result.labels.filter((label) => label.name === name).map(({ value }) => value);

describe('the Allure status equals the verdict table', () => {
  it.each<[Verdict, string, string]>([
    ['pass', 'passed', 'pass'],
    ['fail', 'failed', 'fail'],
    ['inconclusive', 'broken', 'inconclusive'],
    ['error', 'broken', 'error'],
    ['none', 'broken', 'inconclusive'],
    ['not applicable', 'skipped', 'not applicable'],
  ])('%s is %s', (verdict, status, label) => {
    const result = written(evidence(verdict));
    expect(result.status).toBe(status);
    expect(values(result, 'verdict')).toEqual([label]);
    if (verdict !== 'pass') expect(result.statusDetails.message?.startsWith(label)).toBe(true);
  });
});

describe('a failed case', () => {
  it('tells requirement, expected and actual', () => {
    const { statusDetails } = written(failingEvidence());
    expect(statusDetails.message).toMatch(
      /^fail, cause: sut \(.+\): TC_K_60_CSMS\/3-sends-set-charging-profile SHALL\n/,
    );
    expect(statusDetails.message).toContain('requirement: K01.FR.03 (a TxProfile names its transaction)');
    expect(statusDetails.message).toContain('expected: chargingProfile.transactionId = "tx-1"');
    expect(statusDetails.message).toContain('actual: omitted');
    expect(statusDetails.trace).toContain('monitor/message-id-unique');
    expect(JSON.stringify(statusDetails)).not.toMatch(/\\u001b|\\u0000/);
  });

  it('carries epic, block, profiles, requirements, case and subject, and no feature', () => {
    const result = written(failingEvidence());
    expect(values(result, 'epic')).toEqual(['CSMS under test']);
    expect(values(result, 'block')).toEqual(['K Smart Charging']);
    expect(values(result, 'profile')).toEqual(['SmartCharging', 'ISO15118']);
    expect(values(result, 'requirement')).toContain('K01.FR.03');
    expect(values(result, 'testCase')).toEqual(['TC_K_60_CSMS']);
    expect(values(result, 'subject')).toEqual(['default/profile 2']);
    expect(values(result, 'feature')).toEqual([]);
  });

  it('has our sentences as steps, the judge last', () => {
    const { steps } = written(failingEvidence());
    expect(steps.map(({ name, status }) => `${status} ${name}`)).toEqual([
      'passed Given the state is EnergyTransferStarted',
      'passed When the operator asks the CSMS to send a SetChargingProfileRequest',
      'failed Then the CSMS sends a SetChargingProfileRequest [K01.FR.03]',
      'failed Judge',
    ]);
    expect(steps[3]?.steps.map(({ name, status }) => `${status} ${name}`)).toEqual([
      'failed fail: TC_K_60_CSMS/3-sends-set-charging-profile [K01.FR.03]',
      'failed fail: monitor/message-id-unique [Part 4 4.1.4]',
      'passed pass: monitor/call-order',
    ]);
  });

  it('has its evidence attached', () => {
    const file = join(folder, 't.jsonl');
    writeFileSync(file, failingEvents.map((event) => JSON.stringify(event)).join('\n'));
    const { attachments } = written(failingEvidence(file));
    expect(attachments.map(({ name }) => name)).toEqual([
      'Verdict and timeline',
      'Sequence diagram',
      'Checks',
      'Timeline (JSON Lines)',
      'TLS facts',
    ]);
    for (const { source } of attachments) {
      const content = readFileSync(join(folder, 'results', source), 'utf8');
      expect(content.length).toBeGreaterThan(100);
      if (!source.endsWith('.jsonl')) expect(content).not.toContain(hostile);
    }
  });

  it('shows a sentence that never ended as broken', () => {
    const events = timeline([{ type: 'step', keyword: 'When', text: 'x', what: 'begin' }]);
    expect(written({ ...evidence('inconclusive'), events }).steps[0]?.status).toBe('broken');
  });
});

describe('the report', () => {
  it('is one file that asks the network for nothing and takes the place of the old one at the end', async () => {
    const results = allureResults(join(folder, 'results'), run);
    for (const verdict of ['pass', 'fail', 'not applicable'] as const) results.add(evidence(verdict));
    results.add(failingEvidence());
    const first = await generateAllureReport(results.folder, join(folder, 'reports', 'allure'));
    writeFileSync(join(folder, 'reports', 'allure', 'stale.txt'), 'from the run before');
    const index = await generateAllureReport(results.folder, join(folder, 'reports', 'allure'));
    expect(index).toBe(first);
    const html = readFileSync(index, 'utf8');
    expect(html).not.toMatch(/googletagmanager|gtag\(/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(readdirSync(join(folder, 'reports', 'allure'))).not.toContain('stale.txt');
    expect(readdirSync(join(folder, 'reports'))).toEqual(['allure']);
  }, 60_000);

  it('that cannot be made leaves the old one as it was', async () => {
    const target = join(folder, 'reports', 'allure');
    const results = allureResults(join(folder, 'results'), run);
    results.add(evidence('pass'));
    await generateAllureReport(results.folder, target);
    const before = readFileSync(join(target, 'index.html'), 'utf8');
    await expect(generateAllureReport(join(folder, 'no such folder'), target)).rejects.toThrow(
      /^no results in .*no such folder: /,
    );
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe(before);
    expect(readdirSync(join(folder, 'reports'))).toEqual(['allure']);
  }, 60_000);
});

describe('analytics', () => {
  it('are taken out, the report itself stays', () => {
    const page =
      '<b>x</b><script async src="https://www.googletagmanager.com/gtag/js?id=G"></script>\n<script>\n window.dataLayer = 1; gtag();</script><script>data()</script>';
    expect(withoutAnalytics(page)).toBe('<b>x</b>\n<script>data()</script>');
  });
});
