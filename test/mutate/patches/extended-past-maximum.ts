import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'No lease is extended past its longest.',
  file: 'packages/core/src/leases/extend-lease.ts',
  find: 'if (deadline > last) {',
  replace: 'if (deadline > addSeconds(last, 60)) {',
  tests: ['packages/core/src/ops/changing.test.ts'],
  title: 'moves the deadline',
};
