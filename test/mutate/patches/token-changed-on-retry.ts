import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A launch that is repeated repeats its token.',
  file: 'packages/core/src/ops/server/change.ts',
  find: 'clientToken: `${lease.id}-${attempt}`,',
  replace: 'clientToken: `${lease.id}-${control.now().getTime() % 10_000}${attempt}`,',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'same token',
};
