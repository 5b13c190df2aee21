import { type Kysely, sql } from 'kysely';
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

/** A count by itself, in whose row the level is how many there are since it was begun. */
export async function readCount(kysely: Kysely<Tables>, bucket: string): Promise<Level | null> {
  const row = await kysely
    .selectFrom('rate_limits')
    .selectAll()
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  return row === undefined ? null : { tokens: row.tokens, updatedAt: row.updated_at };
}

/** Counts one more, from one again where the count was begun at `since` or before. */
export async function countUp(
  kysely: Kysely<Tables>,
  { bucket, now, since }: { readonly bucket: string; readonly now: Date; readonly since: Date },
): Promise<void> {
  const isOver = sql<boolean>`rate_limits.updated_at <= ${since}`;
  await kysely
    .insertInto('rate_limits')
    .values({ bucket, tokens: 1, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet({
        tokens: sql<number>`case when ${isOver} then 1 else rate_limits.tokens + 1 end`,
        updated_at: sql<Date>`case when ${isOver} then ${now}::timestamptz else rate_limits.updated_at end`,
      }),
    )
    .execute();
}

/** Forgets counts that begin with a prefix and were begun before a moment: every stranger has one. */
export async function forgetCounts(tx: Tx, prefix: string, before: Date): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('rate_limits')
    .where('bucket', 'like', `${prefix}%`)
    .where('updated_at', '<', before)
    .execute();
}
