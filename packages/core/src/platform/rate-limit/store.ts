import { sqlOf, type Tx } from '../context.ts';

interface Tables {
  rate_limits: { bucket: string; tokens: number; updated_at: Date };
}

/** A number that several processes share, and when it was last written. */
export interface Level {
  readonly tokens: number;
  readonly updatedAt: Date;
}

/** Locks a level until the transaction ends; one that nobody wrote yet begins as `first`. */
export async function lockLevel(tx: Tx, bucket: string, first: number): Promise<Level> {
  const sql = sqlOf<Tables>(tx);
  await sql
    .insertInto('rate_limits')
    .values({ bucket, tokens: first, updated_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await sql
    .selectFrom('rate_limits')
    .selectAll()
    .where('bucket', '=', bucket)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { tokens: row.tokens, updatedAt: row.updated_at };
}

/** Reads a level without locking; null when nobody wrote it yet. */
export async function readLevel(tx: Tx, bucket: string): Promise<Level | null> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('rate_limits')
    .selectAll()
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  return row === undefined ? null : { tokens: row.tokens, updatedAt: row.updated_at };
}

export async function writeLevel(tx: Tx, bucket: string, tokens: number): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('rate_limits')
    .set({ tokens, updated_at: tx.now })
    .where('bucket', '=', bucket)
    .execute();
}
