import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease is not ready because AWS still lists what was just taken away.',
  file: 'packages/core/src/access/kind/observe.ts',
  find: 'const stale = assigned && isJustRemoved(memo, change, now);',
  replace: 'const stale = assigned && isJustRemoved(memo, change, now) && false;',
  tests: ['packages/core/src/access/access.test.ts'],
};
