import { contract } from '@sekisho/contract';
import { openLeases } from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { implement } from '../platform/verb.ts';
import { membershipViews } from './view.ts';

export const list = implement(contract['membership.list'], {
  decide: async (tx, input) => {
    const holder = input.person && needPerson(tx.config, input.person).id;
    return membershipViews(tx, await openLeases(tx, { kind: 'membership', holder }));
  },
});
