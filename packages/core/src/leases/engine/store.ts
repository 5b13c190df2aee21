import { type ColumnType, sql } from 'kysely';
import { addSeconds } from '../../platform/clock.ts';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { Memo } from '../kind.ts';
import type { TargetRow } from '../row.ts';
import { type Engine, engineTransaction } from './engine.ts';

/** The claim was lost to another process: whatever we meant to do is its business now. */
export class ClaimLost extends Error {
  constructor(key: string) {
    super(`the claim on ${key} was lost`);
    this.name = 'ClaimLost';
  }
}

interface Tables {
  targets: Omit<TargetRow, 'memo'> & { memo: ColumnType<TargetRow['memo'], string, string> };
}

const tables = (tx: Tx) => sqlOf<Tables>(tx);

/**
 * Claims up to `limit` targets that are due and that nobody holds, longest due first. Each
 * claim raises the target's fence: an older holder that wakes up finds that it is no longer.
 */
export async function claimDue(engine: Engine, limit: number): Promise<TargetRow[]> {
  return engineTransaction(engine, async (tx) => {
    const until = addSeconds(tx.now, engine.claimSeconds);
    const due = tables(tx)
      .selectFrom('targets')
      .select('key')
      .where('next_check_at', '<=', tx.now)
      .where((where) =>
        where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', tx.now)]),
      )
      .orderBy('next_check_at')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    return tables(tx)
      .updateTable('targets')
      .set({
        claimed_until: until,
        // So that a wake during the claim stands out, and a claim that dies is due by itself.
        next_check_at: until,
        fence: sql`fence + 1`,
      })
      .where('key', 'in', due)
      .returningAll()
      .execute();
  });
}

/** Errors: `ClaimLost` unless the claim is ours and has time left for one more cloud call (a quarter of its life). */
export async function guardClaim(engine: Engine, target: TargetRow): Promise<void> {
  const now = engine.house.clock.now();
  const row = await engine.house.database.kysely
    .selectFrom('targets')
    .select(['fence', 'claimed_until'])
    .where('key', '=', target.key)
    .executeTakeFirst();
  const until = row?.claimed_until as Date | null | undefined;
  const callEnds = addSeconds(now, engine.claimSeconds / 4);
  if (row?.fence !== target.fence || !until || until <= callEnds) throw new ClaimLost(target.key);
}

/** Locks the claimed target's row in `tx`. Errors: `ClaimLost` when the fence has risen. */
export async function holdClaim(tx: Tx, target: TargetRow): Promise<void> {
  const row = await tables(tx)
    .selectFrom('targets')
    .select('fence')
    .where('key', '=', target.key)
    .forUpdate()
    .executeTakeFirst();
  if (row?.fence !== target.fence) throw new ClaimLost(target.key);
}

/** Stores what a kind must not forget before it changes the world. Errors: `ClaimLost`. */
export async function rememberMemo(engine: Engine, target: TargetRow, memo: Memo): Promise<void> {
  await engineTransaction(engine, async (tx) => {
    await holdClaim(tx, target);
    await tables(tx)
      .updateTable('targets')
      .set({ memo: JSON.stringify(memo) })
      .where('key', '=', target.key)
      .execute();
  });
}

export interface Release {
  readonly target: TargetRow;
  /** When to look again; null when there is nothing left to watch. */
  readonly nextCheckAt: Date | null;
  readonly quietUntil: Date | null;
  readonly failures: number;
  readonly failingSince: Date | null;
}

/** Gives claims back with the time of the next look. A wake that came meanwhile is kept. */
export async function releaseClaims(engine: Engine, releases: readonly Release[]): Promise<void> {
  if (releases.length === 0) return;
  const rows = releases.map((release) => ({
    key: release.target.key,
    fence: release.target.fence,
    seen: release.target.next_check_at,
    next: release.nextCheckAt,
    quiet: release.quietUntil,
    failures: release.failures,
    failing: release.failingSince,
  }));
  await engineTransaction(engine, async (tx) => {
    await lockInOrder(tx, releases);
    await sql`
      update targets as t set
        claimed_until = null,
        next_check_at = case
          when t.next_check_at is distinct from r.seen then least(t.next_check_at, r.next)
          else r.next end,
        quiet_until = r.quiet,
        failures = r.failures,
        failing_since = r.failing
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        key text, fence bigint, seen timestamptz, next timestamptz,
        quiet timestamptz, failures integer, failing timestamptz)
      where t.key = r.key and t.fence = r.fence
    `.execute(tables(tx));
  });
}

/** Locks the rows by key: whoever locks several does it in this order. */
async function lockInOrder(tx: Tx, releases: readonly Release[]): Promise<void> {
  const keys = releases.map(({ target }) => target.key);
  await tables(tx)
    .selectFrom('targets')
    .select('key')
    .where('key', 'in', keys)
    .orderBy(sql`key collate "C"`)
    .forUpdate()
    .execute();
}
