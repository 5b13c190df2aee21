import { finalStates, type LeaseKindName, type LeaseState } from '@sekisho/contract';
import {
  type ColumnType,
  type Insertable,
  type Kysely,
  sql as sqlText,
  type Updateable,
} from 'kysely';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import { sqlOf, type Tx } from '../platform/context.ts';
import type { Database } from '../platform/database/database.ts';
import { lockFreeSubjects, lockSubject } from '../platform/lock-subject.ts';
import type { LeaseRow, TargetRow } from './row.ts';

/** jsonb: read as a value, written as text. */
type Json<T> = ColumnType<T, string, string>;

type LeaseTable = Omit<LeaseRow, 'frozen' | 'notified_for'> & {
  frozen: Json<LeaseRow['frozen']>;
  notified_for: Json<LeaseRow['notified_for']>;
};
type TargetTable = Omit<TargetRow, 'memo'> & { memo: Json<TargetRow['memo']> };

interface LeaseTables {
  leases: LeaseTable;
  targets: TargetTable;
}

/** A new lease, its json columns as text. */
export type NewLease = Insertable<LeaseTable>;
/** Columns to change, its json columns as text. */
export type LeasePatch = Updateable<LeaseTable>;

const sql = (tx: Tx) => sqlOf<LeaseTables>(tx);

/** Stores a new lease and the target it acts on. */
export async function insertLease(
  tx: Tx,
  lease: NewLease,
  target: Pick<TargetRow, 'key' | 'kind' | 'environment' | 'serial_key' | 'next_check_at'>,
): Promise<void> {
  await sql(tx).insertInto('leases').values(lease).execute();
  const fresh: Insertable<TargetTable> = {
    ...target,
    urgent_at: target.next_check_at,
    claimed_until: null,
    fence: 0,
    memo: '{}',
    failures: 0,
    hopeless_since: null,
    quiet_until: null,
  };
  const made = await sql(tx)
    .insertInto('targets')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Other leases may want the same target: then it is only looked at sooner.
  const shared = made.numInsertedOrUpdatedRows !== 1n;
  if (shared && target.next_check_at) await wakeTarget(tx, target.key, target.next_check_at);
}

/** The subject that verbs and the engine lock before they judge a lease. */
export function leaseSubject(id: string): string {
  return `lease:${id}`;
}

/**
 * Locks a lease until the transaction ends and reads it as it is then.
 * @param kind the only kind that is meant; any without it
 * Errors: `lease-not-found`.
 */
export async function lockLease(tx: Tx, id: string, kind?: LeaseKindName): Promise<LeaseRow> {
  await lockSubject(tx, leaseSubject(id));
  return needLease(tx, id, kind);
}

/**
 * Locks those of the leases that nobody holds, waiting for none, until the transaction ends, and
 * reads them as they are then.
 */
export async function lockFreeLeases(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LeaseRow>> {
  const free = new Set(await lockFreeSubjects(tx, ids.map(leaseSubject)));
  const locked = ids.filter((id) => free.has(leaseSubject(id)));
  if (locked.length === 0) return new Map();
  const rows = await sql(tx).selectFrom('leases').selectAll().where('id', 'in', locked).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Reads a lease without locking; of another kind than is meant there is none. Errors: `lease-not-found`. */
export async function needLease(tx: Tx, id: string, kind?: LeaseKindName): Promise<LeaseRow> {
  const row = await sql(tx)
    .selectFrom('leases')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || (kind !== undefined && row.kind !== kind)) {
    throw new AppError('lease-not-found', { id });
  }
  return row;
}

/** Writes a change of a lease that was read before, raising its revision. Errors: `changed-meanwhile`. */
export async function updateLease(tx: Tx, lease: LeaseRow, patch: LeasePatch): Promise<LeaseRow> {
  const row = await sql(tx)
    .updateTable('leases')
    .set({ ...patch, revision: lease.revision + 1 })
    .where('id', '=', lease.id)
    .where('revision', '=', lease.revision)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) throw new AppError('changed-meanwhile', { id: lease.id });
  return row;
}

/** Which leases that are not over. */
export interface OpenFilter {
  readonly kind?: LeaseKindName | undefined;
  readonly environment?: string | undefined;
  readonly holder?: string | undefined;
  /** A person who asked for them or holds them. */
  readonly of?: string | undefined;
  /** No more than so many; everything when unsaid. */
  readonly limit?: number | undefined;
  /** Whose own come before all others. */
  readonly first?: string | undefined;
}

/** Leases that are not over: those without a deadline first, then the soonest. */
export async function openLeases(tx: Tx, filter: OpenFilter = {}): Promise<LeaseRow[]> {
  return openOnes(tx, filter).selectAll().execute();
}

/** Ids of the leases that `openLeases` would read whole. */
export async function openLeaseIds(tx: Tx, filter: OpenFilter): Promise<string[]> {
  const rows = await openOnes(tx, filter).select('id').execute();
  return rows.map(({ id }) => id);
}

function openOnes(tx: Tx, { kind, environment, holder, of, limit, first }: OpenFilter) {
  let query = sql(tx)
    .selectFrom('leases')
    .where('state', 'not in', [...finalStates]);
  if (kind) query = query.where('kind', '=', kind);
  if (environment) query = query.where('environment', '=', environment);
  if (holder) query = query.where('holder', '=', holder);
  if (of)
    query = query.where((where) =>
      where.or([where('requester', '=', of), where('holder', '=', of)]),
    );
  if (first) query = query.orderBy((where) => where('holder', '=', first), 'desc');
  if (limit) query = query.limit(limit);
  return query.orderBy('deadline', (order) => order.asc().nullsFirst()).orderBy('id');
}

/** No session that a lease gave lives longer, seconds: after it, an ended lease of a shared target matters no more. */
const endedMattersSeconds = 48 * 3600;

/**
 * Leases of these targets that can still act at `now`, ended ones that matter, and, where a target has
 * yet to be closed, the last one that was granted, however long ago it ended.
 */
export async function leasesOfTargets(
  { kysely }: Database,
  targets: readonly Pick<TargetRow, 'key' | 'quiet_until'>[],
  now: Date,
): Promise<LeaseRow[]> {
  if (targets.length === 0) return [];
  const reader: Kysely<LeaseTables> = kysely;
  const keys = targets.map(({ key }) => key);
  const watched = targets.flatMap(({ key, quiet_until: until }) => (until === null ? [] : key));
  return reader
    .selectFrom('leases')
    .selectAll()
    .where('target_key', 'in', keys)
    .where((where) =>
      where.or([
        where('ended_at', 'is', null),
        where('ended_at', '>', addSeconds(now, -endedMattersSeconds)),
        // A target that one lease has for itself must be closed however late that is.
        sqlText<boolean>`target_key = kind || '/' || id`,
        ...(watched.length === 0 ? [] : [where('id', 'in', lastGranted(reader, watched))]),
      ]),
    )
    .execute();
}

/** Ids of the last granted lease of each of these targets. */
function lastGranted(reader: Kysely<LeaseTables>, keys: readonly string[]) {
  return reader
    .selectFrom('leases')
    .distinctOn('target_key')
    .select('id')
    .where('target_key', 'in', [...keys])
    .where('granted_at', 'is not', null)
    .orderBy('target_key')
    .orderBy('granted_at', 'desc')
    .orderBy('id', 'desc');
}

/** States of the leases with these ids; ids that nobody knows are missing from the answer. */
export async function statesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LeaseState>> {
  if (ids.length === 0) return new Map();
  const rows = await sql(tx)
    .selectFrom('leases')
    .select(['id', 'state'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Whether any lease was ever asked for here. */
export async function hasAnyLease(tx: Tx): Promise<boolean> {
  const row = await sql(tx).selectFrom('leases').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Asks the engine to look at a target at `at`, or sooner if it meant to anyway, before all routine looks. */
export async function wakeTarget(tx: Tx, key: string, at: Date): Promise<void> {
  await sql(tx)
    .updateTable('targets')
    .set({ next_check_at: sooner('next_check_at', at), urgent_at: sooner('urgent_at', at) })
    .where('key', '=', key)
    .execute();
}

/** Never the moment that the claim wrote there: its release must see that somebody called. */
function sooner(column: 'next_check_at' | 'urgent_at', at: Date) {
  return sqlText<Date>`least(${sqlText.ref(column)}, ${at}::timestamptz, claimed_until - interval '1 millisecond')`;
}

/** A break-glass lease of this person whose review is owed; undefined when there is none. */
export async function owedReview(tx: Tx, requester: string): Promise<LeaseRow | undefined> {
  return sql(tx)
    .selectFrom('leases')
    .selectAll()
    .where('requester', '=', requester)
    .where('review_due', '=', true)
    .orderBy('requested_at')
    .executeTakeFirst();
}
