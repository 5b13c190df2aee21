import { contract } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { membershipView } from './view.ts';

export const show = implement(contract['membership.show'], {
  decide: async (tx, { id }) => membershipView(tx, await needLease(tx, id, 'membership')),
});
