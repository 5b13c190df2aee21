import type { PlanDiff, PlanSummary } from '@sekisho/terraform-plan';
import type { ColumnType, Kysely } from 'kysely';
import { addSeconds } from '../platform/clock.ts';
import { sqlOf, type Tx } from '../platform/context.ts';
import type { Database } from '../platform/database/database.ts';
import { clockSkewSeconds } from './policies/index.ts';

type Json<T> = ColumnType<T, string, string>;

interface RunRow {
  lease: string;
  binding: string;
  repository_id: string;
  purpose: string;
  ref: string;
  run_id: string;
  attempt: number;
}

interface SessionRow {
  id: string;
  lease: string;
  role: string;
  expires_at: Date;
}

interface Tables {
  ci_tokens: { hash: string; expires_at: Date };
  ci_runs: RunRow;
  ci_plans: {
    lease: string;
    digest: string;
    summary: Json<PlanSummary>;
    diff: Json<PlanDiff>;
    created_at: Date;
  };
  ci_sessions: SessionRow;
}

const sql = (tx: Tx) => sqlOf<Tables>(tx);

/** Uses a token up; false when it was used before. Of two that use it at once, one gets true. */
export async function useTokenUp(tx: Tx, hash: string, expiresAt: Date): Promise<boolean> {
  const made = await sql(tx)
    .insertInto('ci_tokens')
    .values({ hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}

/** Id of the lease that was opened for this; undefined when none was. */
export async function leaseOfRun(tx: Tx, binding: string): Promise<string | undefined> {
  const row = await sql(tx)
    .selectFrom('ci_runs')
    .select('lease')
    .where('binding', '=', binding)
    .executeTakeFirst();
  return row?.lease;
}

export async function insertRun(tx: Tx, row: RunRow): Promise<void> {
  await sql(tx).insertInto('ci_runs').values(row).execute();
}

/** What was asked for the same ref and purpose of a repository, newest run first. */
export async function runsOfRef(
  tx: Tx,
  { repository_id, purpose, ref }: Pick<RunRow, 'repository_id' | 'purpose' | 'ref'>,
): Promise<RunRow[]> {
  return sql(tx)
    .selectFrom('ci_runs')
    .selectAll()
    .where('repository_id', '=', repository_id)
    .where('purpose', '=', purpose)
    .where('ref', '=', ref)
    .orderBy('run_id', 'desc')
    .orderBy('attempt', 'desc')
    .limit(50)
    .execute();
}

/** Keeps what approvers see of a plan. */
export async function insertPlan(
  tx: Tx,
  lease: string,
  digest: string,
  { summary, diff }: { readonly summary: PlanSummary; readonly diff: PlanDiff },
): Promise<void> {
  const texts = { summary: JSON.stringify(summary), diff: JSON.stringify(diff) };
  const row = { lease, digest, ...texts, created_at: tx.now };
  await sql(tx).insertInto('ci_plans').values(row).execute();
}

/** What approvers see of a lease's plan; undefined when it has none, or it was erased. */
export async function planOf(tx: Tx, lease: string) {
  return sql(tx).selectFrom('ci_plans').selectAll().where('lease', '=', lease).executeTakeFirst();
}

/** Remembers a session that is about to be made. */
export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await sql(tx).insertInto('ci_sessions').values(row).execute();
}

/** When the last session of each lease dies, of those that may live at `now` by AWS's clock, by lease. */
export async function livingSessions(
  { kysely }: Database,
  roles: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  if (roles.length === 0) return new Map();
  const reader: Kysely<Tables> = kysely;
  const rows = await reader
    .selectFrom('ci_sessions')
    .select(['lease', (select) => select.fn.max('expires_at').as('last')])
    .where('role', 'in', [...roles])
    .where('expires_at', '>', addSeconds(now, -clockSkewSeconds))
    .groupBy('lease')
    .execute();
  return new Map(rows.map(({ lease, last }) => [lease, new Date(last)]));
}

/** How long what approvers saw of a plan is kept, seconds: its digest stays in the timeline. */
const plansKeptSeconds = 400 * 24 * 3600;

/** Forgets what is of no more use: tokens past their time, dead sessions, plans that are too old. */
export async function forgetOldJobs(tx: Tx): Promise<void> {
  const plansBefore = addSeconds(tx.now, -plansKeptSeconds);
  await sql(tx).deleteFrom('ci_tokens').where('expires_at', '<', tx.now).execute();
  const deadBefore = addSeconds(tx.now, -clockSkewSeconds);
  await sql(tx).deleteFrom('ci_sessions').where('expires_at', '<', deadBefore).execute();
  await sql(tx).deleteFrom('ci_plans').where('created_at', '<', plansBefore).execute();
}
