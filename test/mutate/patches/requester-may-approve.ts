import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody approves what they asked for.',
  file: 'packages/core/src/leases/approve.ts',
  find: 'if (me.id === lease.requester) throw',
  replace: "if (me.id === '') throw",
  tests: ['packages/core/src/leases/approve.test.ts'],
  title: 'refused to the requester',
};
