import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever was on call when they agreed has agreed.',
  file: 'packages/core/src/leases/agreement.ts',
  find: 'meantAt(new Date(at)).includes(approver)',
  replace: 'meantAt(at === null ? new Date(at) : tx.now).includes(approver)',
  tests: ['packages/core/src/ops/judge-at-grant.test.ts'],
  title: 'whoever was on call',
};
