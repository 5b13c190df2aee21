import type { Config } from '@sekisho/config';
import { contract, type InputOf } from '@sekisho/contract';
import { readHistory } from '../leases/index.ts';
import { implement } from '../platform/verb.ts';
import { anyLeaseViews } from './views.ts';

/** Leases of every kind and state, newest request first. */
export const history = implement(contract['lease.history'], {
  decide: async (tx, input) => {
    const { environment, permissionSet, purpose, team, ...rest } = input;
    const title = permissionSet ?? team;
    return anyLeaseViews(
      tx,
      await readHistory(tx, { ...rest, ...placeOf(tx.config, environment), title, purpose }),
    );
  },
});

type Input = InputOf<'lease.history'>;

/** An environment by its name; an account by its name, alias or digits, whichever environment lives in it. */
function placeOf({ accounts, environments }: Config, asked: Input['environment']) {
  const wanted = asked?.trim().toLowerCase();
  if (wanted === undefined || wanted === '') return {};
  const known = Object.keys(environments).find((name) => name.toLowerCase() === wanted);
  const account = accounts.accounts.find(({ name, id, aliases }) =>
    [name, id, ...aliases].some((each) => each.toLowerCase() === wanted),
  );
  if (account !== undefined && known === undefined) return { account: account.id };
  return { environment: known ?? asked };
}
