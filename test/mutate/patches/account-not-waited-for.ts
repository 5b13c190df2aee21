import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Changes of one account wait for each other, instead of running into each other.',
  file: 'packages/core/src/leases/engine/claims/store.ts',
  find: " ->> 'at')::timestamptz between ${from} and ${to}",
  replace: " ->> 'at')::timestamptz between ${from} and ${to} and false",
  tests: ['packages/core/src/access/one-at-a-time.test.ts'],
  title: 'changes of one account wait for each other',
};
