import { contract } from '@sekisho/contract';
import { readHistory } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { opsLeaseViews } from './view.ts';

export const history = implement(contract['ops.history'], {
  decide: async (tx, input) =>
    opsLeaseViews(tx, await readHistory(tx, { ...input, kind: 'ops-server' })),
});
