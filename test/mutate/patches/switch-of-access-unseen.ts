import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A switch that somebody deleted in AWS is set again.',
  file: 'packages/core/src/access/kind/observe.ts',
  find: 'isCheckDue(memo, now) ? armedForOf',
  replace: 'isCheckDue(memo, now) && false ? armedForOf',
  tests: ['packages/core/src/access/access.test.ts'],
  title: 'set again when somebody deleted it',
};
