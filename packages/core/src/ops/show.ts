import { contract } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { opsLeaseView } from './view.ts';

export const show = implement(contract['ops.show'], {
  decide: async (tx, { id }) => opsLeaseView(tx, await needLease(tx, id, 'ops-server')),
});
