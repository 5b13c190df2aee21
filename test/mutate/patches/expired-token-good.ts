import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A token is good until it expires.',
  file: 'packages/core/src/people/store.ts',
  find: "    .where('expires_at', '>', now)\n",
  replace: '',
  tests: ['packages/core/src/people/tokens.test.ts'],
  title: 'until it expires',
};
