import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What somebody spared stays spared.',
  file: 'packages/core/src/ops/sweep/run.ts',
  find: 'await forgetOrphansExcept(tx, looked.environments, ids);',
  replace: 'await forgetOrphansExcept(tx, Object.keys(tx.config.environments), ids);',
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'spares for good',
};
