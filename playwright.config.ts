import { defineConfig } from '@playwright/test';
import { chromium } from './scripts/chromium.mjs';

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '*.spec.ts',
  globalSetup: './test/browser/reports.setup.ts',
  workers: 1,
  // Generous: nothing here is about speed, and CI machines are slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { args: ['--no-sandbox'], ...(chromium === undefined ? {} : { executablePath: chromium }) },
  },
});
