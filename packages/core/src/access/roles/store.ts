import { sqlOf, type Tx } from '../../platform/context.ts';
import type { IamRole, RoleUse } from '../cloud.ts';

/** An IAM role of an account, and when it was last used as far as AWS was asked. */
export interface RoleRow {
  account: string;
  name: string;
  /** `/` or `/like/this/`. */
  path: string;
  created_at: Date;
  last_used_at: Date | null;
  region: string | null;
  /** When AWS was asked about its use; null: not yet. */
  asked_at: Date | null;
}

/** How far the look at an account's roles has come. */
export interface RoleLookRow {
  account: string;
  /** Roles are asked about that were not since then. */
  begun_at: Date;
  /** When every role of it had been asked about; null: never yet. */
  looked_at: Date | null;
  /** Why the last try ended early, by AWS's code; null when it did not. */
  problem: string | null;
  tried_at: Date;
}

interface Tables {
  account_roles: RoleRow;
  account_role_looks: RoleLookRow;
}

export function readLooks(tx: Tx): Promise<RoleLookRow[]> {
  return sqlOf<Tables>(tx).selectFrom('account_role_looks').selectAll().execute();
}

/** Notes which roles there are, forgets those that are gone, and begins a look. */
export async function beginLook(tx: Tx, account: string, roles: readonly IamRole[]): Promise<void> {
  const sql = sqlOf<Tables>(tx);
  const names = roles.map(({ name }) => name);
  await sql
    .deleteFrom('account_roles')
    .where('account', '=', account)
    .$if(names.length > 0, (query) => query.where('name', 'not in', names))
    .execute();
  for (let from = 0; from < roles.length; from += rowsAtOnce) {
    const rows = roles.slice(from, from + rowsAtOnce).map(({ name, path, createdAt }) => ({
      ...{ account, name, path, created_at: new Date(createdAt) },
      ...{ last_used_at: null, region: null, asked_at: null },
    }));
    await sql
      .insertInto('account_roles')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['account', 'name']).doUpdateSet((row) => ({
          path: row.ref('excluded.path'),
          created_at: row.ref('excluded.created_at'),
        })),
      )
      .execute();
  }
  const look = { begun_at: tx.now, problem: null, tried_at: tx.now };
  await sql
    .insertInto('account_role_looks')
    .values({ account, looked_at: null, ...look })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(look))
    .execute();
}

const rowsAtOnce = 500;

/** Roles of an account that were not asked about since a moment, those longest ago first. */
export function rolesToAsk(
  tx: Tx,
  { account, since, most }: { account: string; since: Date; most: number },
): Promise<RoleRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('account_roles')
    .selectAll()
    .where('account', '=', account)
    .where((where) => where.or([where('asked_at', 'is', null), where('asked_at', '<', since)]))
    .orderBy('name')
    .limit(most)
    .execute();
}

/** Writes down what AWS said of a role; null: it is gone. */
export async function noteUse(
  tx: Tx,
  { account, name }: Pick<RoleRow, 'account' | 'name'>,
  use: RoleUse | null,
): Promise<void> {
  const sql = sqlOf<Tables>(tx);
  if (use === null) {
    const gone = sql.deleteFrom('account_roles').where('account', '=', account);
    await gone.where('name', '=', name).execute();
    return;
  }
  const { lastUsedAt, region } = use;
  await sql
    .updateTable('account_roles')
    .set({
      last_used_at: lastUsedAt === null ? null : new Date(lastUsedAt),
      ...{ region, asked_at: tx.now },
    })
    .where('account', '=', account)
    .where('name', '=', name)
    .execute();
}

/** Notes that every role was asked about. */
export async function endLook(tx: Tx, account: string): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('account_role_looks')
    .set((row) => ({ looked_at: row.ref('begun_at'), problem: null, tried_at: tx.now }))
    .where('account', '=', account)
    .execute();
}

/** Notes why a look could not go on. */
export async function noteProblem(tx: Tx, account: string, problem: string): Promise<void> {
  const look = { problem, tried_at: tx.now };
  await sqlOf<Tables>(tx)
    .insertInto('account_role_looks')
    .values({ account, begun_at: new Date(0), looked_at: null, ...look })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(look))
    .execute();
}

/** Roles of some accounts that were not used since a moment, as far as AWS said so, and that are older than it. */
export function unusedSince(
  tx: Tx,
  { accounts, since }: { readonly accounts: readonly string[]; readonly since: Date },
): Promise<RoleRow[]> {
  if (accounts.length === 0) return Promise.resolve([]);
  return sqlOf<Tables>(tx)
    .selectFrom('account_roles')
    .selectAll()
    .where('account', 'in', accounts)
    .where('asked_at', '>', since)
    .where('created_at', '<', since)
    .where((where) =>
      where.or([where('last_used_at', 'is', null), where('last_used_at', '<', since)]),
    )
    .orderBy('account')
    .orderBy('name')
    .execute();
}
