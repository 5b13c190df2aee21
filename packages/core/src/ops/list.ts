import { contract } from '@sekisho/contract';
import { openLeases } from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { implement } from '../platform/verb.ts';
import { needEnvironment } from '../policy/index.ts';
import { opsLeaseViews } from './view.ts';

export const list = implement(contract['ops.list'], {
  decide: async (tx, input, _, { principal }) => {
    const environment = input.environment && needEnvironment(tx.config, input.environment).name;
    const holder = input.holder && needPerson(tx.config, input.holder).id;
    const few = input.limit && { limit: input.limit, first: principal.id };
    return opsLeaseViews(
      tx,
      await openLeases(tx, { kind: 'ops-server', environment, holder, ...few }),
    );
  },
});
