import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A job begins when AWS serves its window, not when it was written.',
  file: 'packages/core/src/ci/kind/observe.ts',
  find: 'const propagationSeconds = 15;',
  replace: 'const propagationSeconds = 0;',
  tests: ['packages/core/src/ci/life.test.ts'],
  title: 'a window',
};
