import { contract } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { type OpsPorts, templateNow, withNextImage } from '../ops/index.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { anyLeaseViews } from './views.ts';

export const show = implement(contract['lease.show'], {
  prepare: (scope: PrepareScope<OpsPorts>, { id }) => templateNow(scope, id),
  decide: async (tx, { id }, now) => {
    const [view] = await anyLeaseViews(tx, [await needLease(tx, id)]);
    if (view === undefined) throw new Error('one lease gives one view');
    return withNextImage(view, now);
  },
});
