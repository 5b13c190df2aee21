import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease that was extended is reminded of again.',
  file: 'packages/core/src/leases/engine/reminders.ts',
  find: 'lease.notified_for[String(seconds)] !== spoken)',
  replace: 'lease.notified_for[String(seconds)] === undefined)',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'reminded of again',
};
