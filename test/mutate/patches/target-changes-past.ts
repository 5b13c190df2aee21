import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An agreed target changes no minute that has passed.',
  file: 'packages/core/src/slo/targets/propose.ts',
  find: 'Math.max(agreed, nextMinute(new Date(wish.from)))',
  replace: 'nextMinute(new Date(wish.from))',
  tests: ['packages/core/src/slo/targets/targets.test.ts'],
  title: 'in force from its date',
};
