import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A correction takes nothing out before somebody else agreed to it.',
  file: 'packages/core/src/slo/agreements/store.ts',
  find: ".where('state', 'in', ['agreed', 'ended'])",
  replace: ".where('state', 'in', ['open', 'agreed', 'ended'])",
  tests: ['packages/core/src/slo/corrections/corrections.test.ts'],
  title: 'takes nothing out until',
};
