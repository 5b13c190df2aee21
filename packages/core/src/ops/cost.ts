import { contract } from '@sekisho/contract';
import { mondayBefore, spentByWeek } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';

export const cost = implement(contract['ops.cost'], {
  decide: (tx, input) => spentByWeek(tx, mondayBefore(tx.now, (input.weeks ?? 8) - 1)),
});
