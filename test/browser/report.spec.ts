import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { CaseResult } from '../../src/check/verdict.ts';
import { AllurePage } from './allure-page.ts';
import { cases, type RunName, reportOf, verdictsOf } from './runs.ts';

/** Written from DESIGN.md section 3, not taken from the reporter. */
const statuses: Readonly<Record<CaseResult['verdict'], string>> = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'broken',
  error: 'broken',
  none: 'broken',
  'not applicable': 'skipped',
};
const runs: readonly RunName[] = ['honest', 'mutant'];

for (const run of runs) {
  test(`the report of the ${run} run shows every verdict of summary.json, without errors and without the network`, async ({
    page,
  }) => {
    const report = await AllurePage.open(page, run);
    const expected = verdictsOf(run).map(({ id, verdict }) => [id, statuses[verdict]] as const);
    expect(expected.map(([id]) => id).sort()).toEqual([...cases].sort());
    expect(await report.statuses()).toEqual(new Map(expected));
    for (const [id, status] of expected) {
      await report.openCase(id);
      await expect(page.getByTestId(`test-result-status-${status}`)).toBeVisible();
      await page.goBack();
    }
    expect(report.faults).toEqual([]);
  });

  test(`every case of the ${run} run carries its sequence diagram and its timeline`, async ({ page }) => {
    const report = await AllurePage.open(page, run);
    for (const { id } of verdictsOf(run)) {
      await report.openCase(id);
      await report.attachment('Sequence diagram').click();
      const diagram = page.locator('img[src^="blob:"]');
      // A picture that the browser cannot draw has no width of its own.
      await expect.poll(() => diagram.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(300);
      await report.attachment(/^(?:Verdict and timeline|Timeline)$/).click();
      const heading = page.frameLocator('iframe[src^="blob:"]').getByRole('heading', { level: 1 });
      await expect(heading).toContainText(new RegExp(`^${id} (?:verdict and )?timeline$`));
      await expect(report.attachment('Timeline (JSON Lines)')).toBeVisible();
      await page.goBack();
    }
    expect(report.faults).toEqual([]);
  });
}

test('a broken subject is red, and the case says what was expected, what came and which requirement it breaks', async ({
  page,
}) => {
  const report = await AllurePage.open(page, 'mutant');
  const failed = verdictsOf('mutant').filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ id }) => id)).toEqual(['TC_B_06_CS']);
  await report.openCase('TC_B_06_CS');
  await expect(page.getByTestId('test-result-status-failed')).toBeVisible();
  const told = page.getByTestId('test-result-error').first();
  await expect(told).toBeVisible();
  for (const part of [
    'cause: sut (the product under test)',
    /requirement: [\s\S]*B06\.FR\.10 \(a value that could be read is answered Accepted/,
    /would have passed:[\s\S]*attributeValue 300/,
    /✗ +"attributeValue": "301",? {3}<-- expected 300/,
    /where: event \d+, \+\d+\.\d+ s \(timeline\/TC_B_06_CS\.html#event-\d+\)/,
    'against the reference run',
    'next: ',
  ])
    await expect(told).toContainText(part);
  expect(report.faults).toEqual([]);
});

test('a reader meets the error first, then the sentences with their evidence, then the rest; every requirement is whole', async ({
  page,
}) => {
  const report = await AllurePage.open(page, 'mutant');
  await report.openCase('TC_B_06_CS');
  const top = async (name: string) => (await page.getByTestId(name).first().boundingBox())?.y ?? Number.NaN;
  const order = ['test-result-error', 'test-result-steps-root', 'test-result-description', 'metadata-item'];
  const places = await Promise.all(order.map(top));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const chips = page.getByTestId('metadata-item').getByText(/^B06\.FR\.\d+$/);
  expect(await chips.count()).toBeGreaterThan(1);
  for (const chip of await chips.all())
    expect(await chip.evaluate((text) => text.scrollWidth - text.clientWidth)).toBeLessThanOrEqual(1);
});

test('the verdict page tells the broken check in full, and its file leads to the event', async ({ page }) => {
  const report = await AllurePage.open(page, 'mutant');
  await report.openCase('TC_B_06_CS');
  await report.attachment('Verdict and timeline').click();
  const verdict = page.frameLocator('iframe[src^="blob:"]').locator('section').first();
  await expect(verdict).toContainText('the product under test');
  await expect(verdict.locator('mark')).toContainText('expected 300');
  await page.goto(pathToFileURL(join(reportOf('mutant'), 'timeline', 'TC_B_06_CS.html')).href);
  await page
    .getByRole('link', { name: /^event \d+$/ })
    .first()
    .click();
  await expect(page.locator('tr:target')).toContainText('GetVariablesResponse');
});
