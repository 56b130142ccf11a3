import { expect, test } from '@playwright/test';
import { Tool } from './tool.ts';

const identity = 'CS-OPERATOR-PAGE';
const password = 'operator-page-secret';
const tools: Tool[] = [];

function started(...args: string[]): Tool {
  const tool = new Tool(...args);
  tools.push(tool);
  return tool;
}

test.afterEach(async () => {
  for (const tool of tools.splice(0).reverse()) await tool.stop();
});

test('the operator page of assay csms shows a station that connects, sends it an order and shows the answer', async ({
  page,
}) => {
  const station = ['--identity', identity, '--password', password];
  const csms = started('csms', ...station, '--ports', '0,0,0', '--operator-port', '0');
  const operatorPage = await csms.said(/operator page (\S+)\n/);
  const url = await csms.said(/security profile 1 +(\S+)\n/);
  started('station', ...station, '--url', url, '--security-profile', '1');

  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(operatorPage);
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
