import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A replay never tells a secret again, nor an empty answer in its place.',
  file: 'packages/core/src/platform/idempotency.ts',
  find: "  if (verb.secret) throw new AppError('already-issued', {});\n",
  replace: '',
  tests: ['packages/core/src/people/tokens.test.ts'],
  title: 'is told once',
};
