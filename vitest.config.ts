import { defineConfig } from 'vitest/config';
import { fileOrder } from './test/support/file-order.ts';

/** Packages whose tests ask no database. */
const withoutDatabase =
  '{apps/console,images/ops-server,packages/{accounts,beacon,cards,clickhouse,config,contract,counting,datadog,docker,github-oidc,graphql-sli,iam-policy,mackerel,objectives,probe,prometheus,terraform-plan,words}}';

// These have commands of their own: npm run e2e, packed, simulate, test:live.
const elsewhere = [
  '**/node_modules/**',
  '**/dist/**',
  'test/e2e/**',
  'test/packed/**',
  'test/simulate/**',
  '**/*.live.test.ts',
];

const shared = {
  // Our modules keep nothing, so that test files share a process and need not load all anew: a third of the
  // time. What a helper opens for a file it opens in a hook that the file asks for, not when it is imported.
  isolate: false,
  setupFiles: ['test/support/same-cases.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    pool: 'forks',
    // A worker may start a database and a server of its own; more of them on two cores only wait for each other.
    maxWorkers: 2,
    // It takes minutes: begun last, it would have one worker wait for the other.
    sequence: { sequencer: fileOrder({ first: /\/ops-server\/test\/role\.test\.ts$/ }) },
    projects: [
      {
        test: {
          ...shared,
          name: 'house',
          include: ['{apps,packages,test}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, `${withoutDatabase}/**`],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'pure',
          include: [`${withoutDatabase}/**/*.test.{ts,tsx}`],
          exclude: elsewhere,
        },
      },
    ],
  },
});
