import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Another attempt begins only after the last was seen terminated.',
  file: 'packages/core/src/ops/server/change.ts',
  find: 'Math.max(attemptIn(control.memo), seen.lastTerminated + 1)',
  replace:
    'Math.max(control.memo.launchedAt ? attemptIn(control.memo) + 1 : 1, seen.lastTerminated + 1)',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'same token',
};
