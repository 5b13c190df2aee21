import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A switch that somebody deleted in AWS is set again.',
  file: 'packages/core/src/access/kind/observe.ts',
  find: 'isWanted && isCheckDue(memo, now)',
  replace: 'isWanted && isCheckDue(memo, now) && false',
  tests: ['packages/core/src/access/access.test.ts'],
  title: 'set again when somebody deleted it',
};
