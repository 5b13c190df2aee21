import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The switch fires at the hard maximum that the card shows.',
  file: 'packages/core/src/ops/server/switch.ts',
  find: '  if (control.memo.armedFor === at) return;',
  replace: '  if (control.memo.armedFor) return;',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'deadline run from ready',
};
