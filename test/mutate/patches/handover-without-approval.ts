import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease goes only to people for whom enough people agreed.',
  file: 'packages/core/src/ops/handover.ts',
  find: 'lease.approval_count >= approval.count',
  replace: 'approval.count >= 0',
  tests: ['packages/core/src/ops/changing.test.ts'],
  title: 'to someone who would need',
};
