import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease is over only when its server was seen gone.',
  file: 'packages/core/src/leases/engine/verdict.ts',
  find: "      return matched && !isDraining(lease, sight.now) ? { is: 'ended' } : progressOf(lease, seen);",
  replace:
    "      return matched || seen.step === 'terminating' ? { is: 'ended' } : progressOf(lease, seen);",
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'not over before',
};
