import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'No network call ever happens inside a transaction.',
  file: 'packages/core/src/core.ts',
  find: 'if (insideTransaction())',
  replace: "if (insideTransaction() && name === '')",
  tests: ['packages/core/src/platform/execute.test.ts'],
  title: 'calls the cloud',
};
