import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An anchor shows that a chain was cut before it.',
  file: 'packages/core/src/timeline/verify-chain.ts',
  find: '  if (beyond) return',
  replace: '  if (beyond?.number === 0) return',
  tests: ['packages/core/src/timeline/verify-export.test.ts'],
  title: 'cut',
};
