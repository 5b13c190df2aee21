import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages,test}/**/*.test.{ts,tsx}'],
    // These have commands of their own: npm run e2e, npm run simulate, npm run test:live.
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      'test/e2e/**',
      'test/simulate/**',
      '**/*.live.test.ts',
    ],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/same-cases.ts'],
    pool: 'forks',
    // A worker may start a database and a server of its own; more of them on two cores only wait for each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
