import { contract } from '@sekisho/contract';
import { openLeases } from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { implement } from '../platform/verb.ts';
import { needEnvironment } from '../policy/index.ts';
import { anyLeaseViews } from './views.ts';

export const list = implement(contract['lease.list'], {
  decide: async (tx, input, _prepared, { principal }) => {
    const environment = input.environment && needEnvironment(tx.config, input.environment).name;
    const holder = input.holder && needPerson(tx.config, input.holder).id;
    const few = input.limit && { limit: input.limit, first: principal.id };
    return anyLeaseViews(tx, await openLeases(tx, { environment, holder, ...few }));
  },
});
