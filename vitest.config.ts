import { defineConfig } from 'vitest/config';

/** Files that replace modules have them to themselves; the others share what they have loaded, which takes half the time. */
const replacing = ['test/cli/judge.test.ts'];
const common = { testTimeout: 20_000, pool: 'forks' } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...replacing],
          isolate: false,
        },
      },
      { test: { ...common, name: 'alone', include: replacing } },
    ],
  },
});
