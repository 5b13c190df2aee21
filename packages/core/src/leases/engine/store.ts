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

/** Errors: `ClaimLost` unless the claim is ours and has time left for one more cloud call (a quarter of its life). */
export async function guardClaim(engine: Engine, target: TargetRow): Promise<void> {
  const row = await engine.house.database.kysely
    .selectFrom('targets')
    .select(['fence', 'claimed_until'])
    .where('key', '=', target.key)
    .executeTakeFirst();
  const until = row?.claimed_until as Date | null | undefined;
  // By the time of now: the database may have kept us waiting.
  const callEnds = addSeconds(engine.house.clock.now(), engine.claimSeconds / 4);
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

/** Locks those of the targets' rows that nobody holds, waiting for none, and answers their fences. */
export async function holdFreeClaims(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('targets')
    .select(['key', 'fence'])
    .where('key', 'in', [...keys])
    .forUpdate()
    .skipLocked()
    .execute();
  return new Map(rows.map(({ key, fence }) => [key, fence]));
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
  /** When something must happen; null when only routine looks are left. */
  readonly urgentAt: Date | null;
  readonly quietUntil: Date | null;
  readonly failures: number;
  /** Since when it fails in a way that waiting does not help. */
  readonly hopelessSince: Date | null;
}

/** Gives claims back with the time of the next look. A wake that came meanwhile is kept. */
export async function releaseClaims(engine: Engine, releases: readonly Release[]): Promise<void> {
  if (releases.length === 0) return;
  const rows = releases.map((release) => ({
    key: release.target.key,
    fence: release.target.fence,
    seen: release.target.next_check_at,
    next: release.nextCheckAt,
    hurried: release.target.urgent_at,
    urgent: release.urgentAt,
    quiet: release.quietUntil,
    failures: release.failures,
    hopeless: release.hopelessSince,
  }));
  await engineTransaction(engine, async (tx) => {
    await lockInOrder(tx, releases);
    await sql`
      update targets as t set
        claimed_until = null,
        next_check_at = case
          when t.next_check_at is distinct from r.seen then least(t.next_check_at, r.next)
          else r.next end,
        urgent_at = case
          when t.urgent_at is distinct from r.hurried then least(t.urgent_at, r.urgent)
          else r.urgent end,
        quiet_until = r.quiet,
        failures = r.failures,
        hopeless_since = r.hopeless
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        key text, fence bigint, seen timestamptz, next timestamptz,
        hurried timestamptz, urgent timestamptz,
        quiet timestamptz, failures integer, hopeless timestamptz)
      where t.key = r.key and t.fence = r.fence
    `.execute(tables(tx));
  });
}

/** Gives back the claims of an engine that is dead, so that the next one looks at its targets at once. */
export async function releaseDeadClaims(tx: Tx): Promise<void> {
  await sql`
    update targets set
      -- A due moment that the claim moved out of the way comes back.
      urgent_at = case when urgent_at = claimed_until then ${tx.now}::timestamptz else urgent_at end,
      next_check_at = ${tx.now},
      claimed_until = null,
      fence = fence + 1
    where claimed_until is not null
  `.execute(tables(tx));
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
