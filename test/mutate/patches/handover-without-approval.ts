import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease goes only to people for whom enough people agreed.',
  file: 'packages/core/src/ops/receiver.ts',
  find: 'if (standing.length >= count) return;',
  replace: 'if (standing.length >= 0) return;',
  tests: ['packages/core/src/ops/changing.test.ts'],
  title: 'to someone who would need',
};
