import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The hard maximum is shortened when the server is ready.',
  file: 'packages/core/src/leases/engine/settle.ts',
  find: 'soonest(addSeconds(tx.now, lease.maximum_seconds), lease.hard_maximum)',
  replace: 'lease.hard_maximum ?? addSeconds(tx.now, lease.maximum_seconds)',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'deadline run from ready',
};
