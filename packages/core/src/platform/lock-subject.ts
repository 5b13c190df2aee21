import { sql } from 'kysely';
import { sqlOf, type Tx } from './context.ts';

/** Makes calls on one subject take turns until this transaction ends, whether its row exists or not. */
export async function lockSubject(tx: Tx, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(sqlOf(tx));
}

/** Locks those of the subjects that nobody holds or shares, waiting for none, and answers which they are. */
export async function lockFreeSubjects(tx: Tx, subjects: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ subject: string; free: boolean }>`
    select subject, pg_try_advisory_xact_lock(hashtextextended(subject, 0)) as free
    from jsonb_array_elements_text(${JSON.stringify(subjects)}::jsonb) as subject
  `.execute(sqlOf(tx));
  return rows.filter(({ free }) => free).map(({ subject }) => subject);
}

/** Lets any number of calls share a subject, while one that locks it waits for them and they for it. */
export async function shareSubject(tx: Tx, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${subject}, 0))`.execute(
    sqlOf(tx),
  );
}
