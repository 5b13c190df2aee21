import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An answer that holds a secret is never stored.',
  file: 'packages/core/src/platform/idempotency.ts',
  find: '  if (verb.secret) return;\n',
  replace: '',
  tests: ['packages/core/src/people/tokens.test.ts'],
  title: 'is told once',
};
