import { contract } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { accessLeaseView } from './view.ts';

export const show = implement(contract['access.show'], {
  decide: async (tx, { id }) => accessLeaseView(tx, await needLease(tx, id, 'permission-set')),
});
