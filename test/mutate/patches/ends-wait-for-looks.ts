import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease ends on time however far routine looks lag.',
  file: 'packages/core/src/leases/engine/claims/store.ts',
  find: '        where urgent_at <= ${tx.now} and',
  replace: '        where false and urgent_at <= ${tx.now} and',
  tests: ['packages/core/src/leases/engine/claims.test.ts'],
  title: 'before looks',
};
