import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease that may drain is not denied at its deadline.',
  file: 'packages/core/src/ci/kind/wanted.ts',
  find: "return lease.ending === 'deadline' && roleOfLease(lease).drainSeconds > 0;",
  replace: "return lease.ending === 'deadline' && roleOfLease(lease).drainSeconds < 0;",
  tests: ['packages/core/src/ci/life.test.ts'],
  title: 'a role that a job has',
};
