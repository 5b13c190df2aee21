import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A switch that somebody deleted in AWS is set again.',
  file: 'packages/core/src/access/kind/observe.ts',
  find: 'isCheckDue(memo, now) ? armedForOf(cloud, scope, target) : undefined',
  replace: 'isCheckDue(memo, now) && false ? armedForOf(cloud, scope, target) : undefined',
  tests: ['packages/core/src/access/access.test.ts'],
  title: 'set again when somebody deleted it',
};
