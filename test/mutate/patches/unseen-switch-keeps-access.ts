import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Access is taken away on time although nobody can say whether its switch is there.',
  file: 'packages/core/src/access/kind/observe.ts',
  find: 'armedForOf(cloud, scope, target).catch(toldOnly)',
  replace: 'armedForOf(cloud, scope, target)',
  tests: ['packages/core/src/access/access.test.ts'],
};
