import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody loses an instance because it bears the tags of a lease.',
  file: 'packages/core/src/ops/server/observe.ts',
  find: ' && isOfLaunch(instance)),',
  replace: ' && isOfLaunch({ ...instance, clientToken: `${instance.tags[tagKeys.lease]}-1` })),',
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'copied tags',
};
