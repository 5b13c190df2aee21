import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An approval counts once for each person, however often they click.',
  file: 'packages/core/src/leases/approvals/store.ts',
  find: '.values({ lease: lease.id, approver, frozen_hash',
  replace: '.values({ lease: lease.id, approver: `${approver} ${lease.revision}`, frozen_hash',
  tests: ['packages/core/src/leases/approve.test.ts'],
  title: 'by n of a circle',
};
