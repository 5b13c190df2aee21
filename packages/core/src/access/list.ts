import { contract } from '@sekisho/contract';
import { openLeases } from '../leases/index.ts';
import { needPerson } from '../people/index.ts';
import { implement } from '../platform/verb.ts';
import { needAccess, needAccount } from './find-account.ts';
import { accessLeaseViews } from './view.ts';

export const list = implement(contract['access.list'], {
  decide: async (tx, input) => {
    const holder = input.holder && needPerson(tx.config, input.holder).id;
    const rows = await openLeases(tx, { kind: 'permission-set', holder });
    if (input.account === undefined) return accessLeaseViews(tx, rows);
    const { id } = needAccount(needAccess(tx.config), input.account);
    return accessLeaseViews(
      tx,
      rows.filter(({ frozen }) => frozen.account === id),
    );
  },
});
