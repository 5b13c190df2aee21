import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Only minutes in which no alert could hold are passed over.',
  file: 'packages/core/src/slo/evaluate/quiet.ts',
  find: 'return over(last(tier.short), factor) && over(last(tier.long), factor);',
  replace: 'return over(last(tier.short), factor) && over(last(tier.long), 2 * factor);',
  tests: ['packages/core/src/slo/evaluate/quiet.test.ts'],
  title: 'passes over no minute',
};
