import { sql } from 'kysely';
import { addSeconds } from '../../../platform/clock.ts';
import { sqlOf, type Tx } from '../../../platform/context.ts';
import type { LogObject } from '../../ports.ts';
import { pauseSeconds } from '../sources/store.ts';

/** `pending`: to be read; `read`; `lost`: gone, or given up. */
type ObjectState = 'pending' | 'read' | 'lost';

interface ObjectTable {
  source: string;
  key: string;
  number: number;
  etag: string;
  size: number;
  modified_at: Date;
  state: ObjectState;
  read_etag: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  damage: string | null;
}

/** A log object as it is remembered. */
export type ObjectRow = Pick<ObjectTable, 'key' | 'etag' | 'read_etag' | 'number'>;

interface Tables {
  slo_objects: ObjectTable;
}

/** Remembers objects that were seen; one that was read with the same etag is left as it is. */
export async function noteObjects(
  tx: Tx,
  source: string,
  objects: readonly LogObject[],
): Promise<void> {
  // One statement may not touch a row twice: of an object that is told twice the last one stands.
  const unique = [...new Map(objects.map((object) => [object.key, object])).values()];
  if (unique.length === 0) return;
  await sqlOf<Tables>(tx)
    .insertInto('slo_objects')
    .columns(['source', 'key', 'etag', 'size', 'modified_at', 'state'])
    .expression(
      sql`select ${source}, o->>'key', o->>'etag', (o->>'size')::bigint,
        (o->>'modified')::timestamptz, 'pending'
        from jsonb_array_elements(${JSON.stringify(unique)}::jsonb) as o`,
    )
    .onConflict((conflict) =>
      conflict
        .columns(['source', 'key'])
        .doUpdateSet({
          etag: sql`excluded.etag`,
          size: sql`excluded.size`,
          modified_at: sql`excluded.modified_at`,
          ...{ state: 'pending', attempts: 0, next_attempt_at: null, damage: null },
        })
        .whereRef('slo_objects.etag', '!=', sql.ref('excluded.etag')),
    )
    .execute();
}

/** Objects to read, the newest first: what happens now matters before what happened once. */
export async function pendingObjects(tx: Tx, source: string, limit: number): Promise<ObjectRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select(['key', 'etag', 'read_etag', 'number'])
    .where('source', '=', source)
    .where('state', '=', 'pending')
    .where((where) =>
      where.or([where('next_attempt_at', 'is', null), where('next_attempt_at', '<=', tx.now)]),
    )
    .orderBy('modified_at', 'desc')
    .orderBy('key', 'desc')
    .limit(limit)
    .execute();
}

/** Attempts after which the watermark no longer waits for an object. */
const waitedForAttempts = 3;
/** Attempts after which an object is given up, about a day after the first. */
const mostAttempts = 24;

/** Whether anything that appeared since a time waits to be read, but for what has failed again and again. */
export async function hasFreshPending(tx: Tx, source: string, since: Date): Promise<boolean> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select('key')
    .where('source', '=', source)
    .where('state', '=', 'pending')
    .where('modified_at', '>=', since)
    .where('attempts', '<', waitedForAttempts)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Locks an object that was read, if it is still the one to read.
 * @returns whether what was read may be counted
 */
export async function lockObject(
  tx: Tx,
  source: string,
  { key, etag }: ObjectRow,
): Promise<boolean> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select(['etag'])
    .where('source', '=', source)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  return row?.etag === etag;
}

/** What becomes of an object. */
export async function writeObject(
  tx: Tx,
  source: string,
  key: string,
  change: Partial<Omit<ObjectTable, 'source' | 'key' | 'number'>>,
): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('slo_objects')
    .set(change)
    .where('source', '=', source)
    .where('key', '=', key)
    .execute();
}

/** An object could not be read: it is tried again later, and later each time. */
export async function noteObjectFailure(
  tx: Tx,
  source: string,
  { key, etag }: ObjectRow,
): Promise<void> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select(['attempts', 'etag'])
    .where('source', '=', source)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  if (row?.etag !== etag) return;
  const attempts = row.attempts + 1;
  const next_attempt_at = addSeconds(tx.now, pauseSeconds(attempts));
  const state = attempts < mostAttempts ? 'pending' : 'lost';
  await writeObject(tx, source, key, { attempts, next_attempt_at, state });
}

/** How the objects of a source stand. */
export async function countObjects(
  tx: Tx,
  source: string,
): Promise<{ pending: number; damaged: number; lost: number }> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select([
      sql<number>`(count(*) filter (where state = 'pending'))::integer`.as('pending'),
      sql<number>`(count(*) filter (where damage is not null))::integer`.as('damaged'),
      sql<number>`(count(*) filter (where state = 'lost'))::integer`.as('lost'),
    ])
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
}

/** Forgets objects older than minutes are kept. */
export async function forgetObjectsBefore(tx: Tx, before: Date): Promise<void> {
  await sqlOf<Tables>(tx).deleteFrom('slo_objects').where('modified_at', '<', before).execute();
}
