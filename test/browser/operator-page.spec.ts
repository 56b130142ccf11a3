import { expect, test } from '@playwright/test';
import { type Subject, spawnSubject } from '../../src/subject/spawn.ts';

const identity = 'CS-OPERATOR-PAGE';
const password = 'operator-page-secret';
const started: Subject[] = [];

/** An embedded subject as a process of its own, as `assay` starts it. */
async function subject(role: 'station' | 'csms', options: object): Promise<Subject> {
  const entry = { command: process.execPath, args: ['bin/assay.mjs', 'subject', role] };
  const running = await spawnSubject({ role, options, entry });
  started.push(running);
  return running;
}

test.afterEach(async () => {
  for (const running of started.splice(0).reverse()) await running.stop();
});

test('the operator page shows a station that connects, sends it an order and shows the answer', async ({ page }) => {
  const csms = await subject('csms', {
    endpoints: [{ securityProfile: 1 }],
    stations: [{ identity, password, securityProfiles: [1] }],
  });
  const url = Reflect.get(Object(csms.ready['endpoints']), '1');
  await subject('station', { identity, password, networkProfiles: { 1: { url, securityProfile: 1 } } });

  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(String(csms.ready['operator']));
  const row = page.locator('#stations tr').filter({ hasText: identity });
  await expect(row).toContainText('profile 1');
  await expect(row).toContainText('Accepted');

  await page.locator('#action').selectOption('ClearCache');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('#said')).toHaveText('taken');
  const sent = page.locator('#log .sent').filter({ hasText: 'ClearCache' });
  await expect(sent).toHaveCount(1);
  const messageId = /"([0-9a-f-]{36})"/.exec((await sent.textContent()) ?? '')?.[1] ?? 'no message id';
  await expect(page.locator('#log .received').filter({ hasText: messageId })).toContainText('"status"');
  expect(faults).toEqual([]);
});
