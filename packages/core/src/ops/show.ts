import { contract } from '@sekisho/contract';
import { needLease } from '../leases/index.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { templateNow, withNextImage } from './next-image.ts';
import type { OpsPorts } from './ports.ts';
import { opsLeaseView } from './view.ts';

export const show = implement(contract['ops.show'], {
  prepare: (scope: PrepareScope<OpsPorts>, { id }) => templateNow(scope, id),
  decide: async (tx, { id }, now) =>
    withNextImage(await opsLeaseView(tx, await needLease(tx, id, 'ops-server')), now),
});
