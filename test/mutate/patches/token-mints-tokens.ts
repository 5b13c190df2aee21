import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A token never makes another token.',
  file: 'packages/core/src/people/create-token.ts',
  find: 'if (context.scopes !== null) throw',
  replace: 'if (context.scopes?.length === 0) throw',
  tests: ['packages/core/src/people/tokens.test.ts'],
  title: 'never mints',
};
