import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A server that became ready while Sekisho was down is lent, not taken away.',
  file: 'packages/core/src/leases/engine/verdict.ts',
  find: "if (matched && seen.status === 'ready')",
  replace: "if (matched && seen.status === 'ready' && !sight.overdue)",
  tests: ['packages/core/src/leases/engine/giving-up.test.ts'],
  title: 'nobody looked',
};
