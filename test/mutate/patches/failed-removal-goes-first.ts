import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A removal that fails for ever keeps nobody else of its account waiting.',
  file: 'packages/core/src/access/kind/change.ts',
  find: "  if (seen.change?.status === 'failed') return;\n",
  replace: '',
  tests: ['packages/core/src/access/one-at-a-time.test.ts'],
  title: 'keep nobody else',
};
