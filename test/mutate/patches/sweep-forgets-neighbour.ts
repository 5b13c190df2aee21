import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A copied tag does not make the sweep forget that an instance was spared.',
  file: 'packages/core/src/ops/sweep/find.ts',
  find: 'names.includes(tagged) ? tagged : place.name',
  replace: "tagged !== '' ? tagged : place.name",
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'names an environment elsewhere',
};
