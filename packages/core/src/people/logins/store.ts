import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';

/** A login that somebody began at the provider and has not come back from. */
export interface LoginRow {
  state_hash: string;
  /** Of the cookie that only the browser has that began it. */
  browser_hash: string;
  /** Of PKCE. */
  verifier: string;
  nonce: string;
  return_to: string;
  /** The provider was asked to let the person sign in anew. */
  fresh: boolean;
  expires_at: Date;
}

interface Tables {
  logins: LoginRow;
}

export async function insertLogin(tx: Tx, row: LoginRow): Promise<void> {
  const sql = sqlOf<Tables>(tx);
  await sql.deleteFrom('logins').where('expires_at', '<=', tx.now).execute();
  await sql.insertInto('logins').values(row).execute();
}

/** Takes a login out: whoever comes second with the same state finds nothing. */
export async function deleteLogin(
  kysely: Kysely<Tables>,
  stateHash: string,
): Promise<LoginRow | undefined> {
  return kysely
    .deleteFrom('logins')
    .where('state_hash', '=', stateHash)
    .returningAll()
    .executeTakeFirst();
}
