import { defineConfig } from 'vitest/config';

/** Packages whose modules keep nothing: their test files may share a process, and need not load all anew. */
const keepNothing =
  '{apps/console,packages/{accounts,beacon,cards,clickhouse,config,contract,counting,datadog,github-oidc,graphql-sli,iam-policy,mackerel,objectives,probe,prometheus,terraform-plan,words}}';

// These have commands of their own: npm run e2e, npm run simulate, npm run test:live.
const elsewhere = [
  '**/node_modules/**',
  '**/dist/**',
  'test/e2e/**',
  'test/simulate/**',
  '**/*.live.test.ts',
];

const shared = {
  setupFiles: ['test/support/same-cases.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    pool: 'forks',
    // A worker may start a database and a server of its own; more of them on two cores only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'house',
          include: ['{apps,packages,test}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, `${keepNothing}/**`],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'pure',
          isolate: false,
          include: [`${keepNothing}/**/*.test.{ts,tsx}`],
          exclude: elsewhere,
        },
      },
    ],
  },
});
