import { expect, test } from '@playwright/test';
import type { CaseResult } from '../../src/check/verdict.ts';
import { AllurePage } from './allure-page.ts';
import { cases, type RunName, verdictsOf } from './runs.ts';

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
      await report.attachment('Timeline').click();
      await expect(page.frameLocator('iframe[src^="blob:"]').getByText(`${id} timeline`)).toBeVisible();
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
  await expect(told).toContainText('B06.FR.10');
  await expect(told).toContainText(/Expected:[\s\S]*attributeValue 300/);
  await expect(told).toContainText(/Actual:[\s\S]*found "301"/);
});
