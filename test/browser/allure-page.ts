import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { type RunName, reportOf } from './runs.ts';

/** An Allure report opened from disk, with everything that went wrong while it was open. */
export class AllurePage {
  readonly page: Page;
  /** Page errors, console errors, requests to elsewhere: must stay empty. */
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', ({ message }) => this.faults.push(`page error: ${message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
  }

  static async open(page: Page, run: RunName): Promise<AllurePage> {
    const opened = new AllurePage(page);
    await page.context().route(/^(?!file:|data:|blob:)/, (route) => {
      opened.faults.push(`request to ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(pathToFileURL(join(reportOf(run), 'allure', 'index.html')).href);
    await opened.#expand();
    return opened;
  }

  /** Opens every branch of the tree; a click that closes one that was open is taken back. */
  async #expand(): Promise<void> {
    const sections = this.page.getByTestId('tree-section');
    await expect(sections.first()).toBeVisible();
    const shown = async () => (await sections.count()) + (await this.leaves.count());
    for (let index = 0; index < (await sections.count()); index += 1) {
      const before = await shown();
      await sections.nth(index).click();
      await expect.poll(shown).not.toBe(before);
      if ((await shown()) > before) continue;
      await sections.nth(index).click();
      await expect.poll(shown).toBe(before);
    }
  }

  get leaves(): Locator {
    return this.page.getByTestId('tree-leaf');
  }

  /** Status as the tree shows it, by case id. */
  async statuses(): Promise<Map<string, string>> {
    const shown = new Map<string, string>();
    for (const leaf of await this.leaves.all()) {
      const title = await leaf.getByTestId('tree-leaf-title').textContent();
      const icon = await leaf.getByTestId(/^tree-leaf-status-/).getAttribute('data-testid');
      shown.set(title?.split(' ')[0] ?? '', icon?.replace('tree-leaf-status-', '') ?? 'no status');
    }
    return shown;
  }

  async openCase(id: string): Promise<void> {
    await this.leaves.filter({ hasText: id }).click();
    await expect(this.page.getByTestId('test-result-info-title')).toContainText(id);
  }

  /** An attachment of the open case by its exact name. */
  attachment(name: string | RegExp): Locator {
    const header = this.page.getByTestId('test-result-attachment-header');
    return header.filter({ has: this.page.getByText(name, { exact: true }) });
  }
}
