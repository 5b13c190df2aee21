import { contract } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { anyLeaseViews } from './views.ts';

export const show = implement(contract['lease.show'], {
  decide: async (tx, { id }) => {
    const [view] = await anyLeaseViews(tx, [await needLease(tx, id)]);
    if (view === undefined) throw new Error('one lease gives one view');
    return view;
  },
});
