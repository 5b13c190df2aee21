import { sql } from 'kysely';
import { sqlOf, type Tx } from './context.ts';

/** Makes calls on one subject take turns until this transaction ends, whether its row exists or not. */
export async function lockSubject(tx: Tx, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(sqlOf(tx));
}

/** Lets any number of calls share a subject, while one that locks it waits for them and they for it. */
export async function shareSubject(tx: Tx, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${subject}, 0))`.execute(
    sqlOf(tx),
  );
}
