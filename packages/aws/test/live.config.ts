import { defineConfig } from 'vitest/config';

/** The adapter's contract suite on a real account: `npm run test:live`. */
export default defineConfig({
  test: {
    include: ['packages/aws/test/**/*.live.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
