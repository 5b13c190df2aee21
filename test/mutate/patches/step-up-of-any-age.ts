import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What was shown again counts for five minutes.',
  file: 'packages/core/src/people/step-up.ts',
  find: 'return strong && ageMs < freshSeconds * 1000;',
  replace: 'return strong && ageMs < freshSeconds * 1_000_000;',
  tests: ['packages/core/src/leases/step-up.test.ts'],
};
