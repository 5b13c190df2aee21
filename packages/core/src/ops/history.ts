import { contract } from '@sekisho/contract';
import { leaseHistory } from '../leases/index.ts';
import { findPerson } from '../people/index.ts';
import { readMoment } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { opsLeaseViews } from './view.ts';

export const history = implement(contract['ops.history'], {
  decide: async (tx, input) => {
    const rows = await leaseHistory(tx, {
      kind: 'ops-server',
      ...input,
      // People who left the roster are found by their id.
      holder: input.holder && (findPerson(tx.config, input.holder)?.id ?? input.holder),
      since: readMoment(tx, 'since', input.since, 'past'),
      until: readMoment(tx, 'until', input.until, 'past'),
      limit: input.limit ?? 100,
    });
    return opsLeaseViews(tx, rows);
  },
});
