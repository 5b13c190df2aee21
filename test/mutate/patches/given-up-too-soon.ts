import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A launch is given up only after all that could have helped it.',
  file: 'packages/core/src/ops/server/kind.ts',
  find: 'waits * readyWithinSeconds + marginSeconds',
  replace: 'readyWithinSeconds',
  tests: ['packages/core/src/leases/engine/giving-up.test.ts'],
  title: 'only after its reboot',
};
