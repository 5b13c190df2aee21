import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';

/** `console` is a browser's, by its cookie; `device` a command line's, by its token. */
export type SessionKind = 'console' | 'device';

export interface SessionRow {
  id: string;
  hash: string;
  person: string;
  kind: SessionKind;
  /** What the browser or the machine calls itself. */
  client: string;
  /** Network address that it was opened from. */
  address: string;
  authenticated_at: Date;
  /** When a passkey was last shown in it. */
  passkey_at: Date | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  /** Seconds without a call after which it is over; null without such a limit. */
  idle_seconds: number | null;
  revoked_at: Date | null;
}

interface Tables {
  sessions: SessionRow;
}

/** Sessions that are shown: the newest of one person, or of everyone when `person` is null. */
const mostShown = 200;

export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await sqlOf<Tables>(tx).insertInto('sessions').values(row).execute();
}

export async function sessionsOf(tx: Tx, person: string | null): Promise<SessionRow[]> {
  let query = sqlOf<Tables>(tx)
    .selectFrom('sessions')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now);
  if (person !== null) query = query.where('person', '=', person);
  return query.orderBy('created_at', 'desc').limit(mostShown).execute();
}

export async function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function markSessionRevoked(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await sqlOf<Tables>(tx)
    .updateTable('sessions')
    .set({ revoked_at: tx.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends the sessions of everyone who is not among these people; answers which. */
export async function revokeAllBut(tx: Tx, people: readonly string[]): Promise<SessionRow[]> {
  return sqlOf<Tables>(tx)
    .updateTable('sessions')
    .set({ revoked_at: tx.now })
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .where('person', 'not in', people)
    .returningAll()
    .execute();
}

export async function notePasskey(tx: Tx, id: string): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('sessions')
    .set({ passkey_at: tx.now })
    .where('id', '=', id)
    .execute();
}

/** The session of this hash that was neither revoked nor has reached its end; undefined when there is none. */
export async function readSession(
  kysely: Kysely<Tables>,
  hash: string,
  now: Date,
): Promise<SessionRow | undefined> {
  return kysely
    .selectFrom('sessions')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export async function noteSeen(kysely: Kysely<Tables>, id: string, now: Date): Promise<void> {
  await kysely.updateTable('sessions').set({ last_seen_at: now }).where('id', '=', id).execute();
}
