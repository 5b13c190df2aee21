import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The hard maximum is shortened when the server is ready.',
  file: 'packages/core/src/leases/engine/settle.ts',
  find: 'soonest(longest, lease.hard_maximum, whole.hardMaximum)',
  replace: 'lease.hard_maximum ?? longest',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'deadline run from ready',
};
