import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A held server is not idle.',
  file: 'packages/core/src/leases/engine/verdict.ts',
  find: '  if (lease.hold_until !== null && now < lease.hold_until) return false;\n',
  replace: '',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'ends when idle',
};
