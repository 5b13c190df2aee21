import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A launch is given up in time although AWS answers nothing.',
  file: 'packages/core/src/leases/engine/failures.ts',
  find: 'hopeless || isOverdue(engine, lease, now)',
  replace: 'hopeless && isOverdue(engine, lease, now)',
  tests: ['packages/core/src/leases/engine/giving-up.test.ts'],
  title: 'never answers',
};
