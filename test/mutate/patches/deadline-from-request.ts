import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The deadline runs from ready.',
  file: 'packages/core/src/leases/engine/settle.ts',
  find: 'const wished = addSeconds(tx.now, lease.duration_seconds);',
  replace: 'const wished = addSeconds(lease.requested_at, lease.duration_seconds);',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'deadline run from ready',
};
