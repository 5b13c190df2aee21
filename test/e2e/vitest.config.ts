import { defineConfig } from 'vitest/config';
import { fileOrder } from '../support/file-order.ts';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/e2e/support/global-setup.ts'],
    // One practice serves the whole suite, and some tests stop everything: files take turns.
    fileParallelism: false,
    pool: 'forks',
    maxWorkers: 1,
    // Practice counts its logs in the two minutes after it began: what wants them counted comes last.
    sequence: { sequencer: fileOrder({ last: /\/slos?[-.\w]*$/ }) },
    // A slow machine takes its time; these end only what hangs.
    testTimeout: 360_000,
    hookTimeout: 180_000,
    // One second is vitest's own.
    expect: { poll: { timeout: 45_000 } },
  },
});
