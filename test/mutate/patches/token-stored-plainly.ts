import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Of a token only its hash is kept.',
  file: 'packages/core/src/people/store.ts',
  find: "return createHash('sha256').update(token).digest('hex');",
  replace: "return createHash === undefined ? '' : token;",
  tests: ['packages/core/src/people/tokens.test.ts'],
  title: 'is told once',
};
