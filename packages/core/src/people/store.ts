import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../platform/context.ts';

export interface TokenRow {
  id: string;
  hash: string;
  name: string;
  owner: string;
  agent: boolean;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

interface Tables {
  tokens: TokenRow;
}

/** What is kept of a token: it has 256 random bits, so a plain hash cannot be guessed back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export async function insertToken(tx: Tx, row: TokenRow): Promise<void> {
  await sqlOf<Tables>(tx).insertInto('tokens').values(row).execute();
}

/** Tokens of one owner, or of everyone when `owner` is null; newest first. */
export async function tokensOf(tx: Tx, owner: string | null): Promise<TokenRow[]> {
  let query = sqlOf<Tables>(tx).selectFrom('tokens').selectAll();
  if (owner !== null) query = query.where('owner', '=', owner);
  return query.orderBy('created_at', 'desc').execute();
}

export async function findToken(tx: Tx, id: string): Promise<TokenRow | undefined> {
  return sqlOf<Tables>(tx).selectFrom('tokens').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function markRevoked(tx: Tx, id: string): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('tokens')
    .set({ revoked_at: tx.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The living token behind a secret, noting its use at most once a minute; undefined when it is not good now. */
export async function useToken(
  kysely: Kysely<Tables>,
  secret: string,
  now: Date,
): Promise<TokenRow | undefined> {
  const row = await kysely
    .selectFrom('tokens')
    .selectAll()
    .where('hash', '=', hashToken(secret))
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const stale = row && (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > 60_000);
  if (stale) {
    await kysely
      .updateTable('tokens')
      .set({ last_used_at: now })
      .where('id', '=', row.id)
      .execute();
  }
  return row;
}
