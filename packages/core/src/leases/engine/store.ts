import { type ColumnType, sql } from 'kysely';
import { addSeconds } from '../../platform/clock.ts';
import { sqlOf, type Tx } from '../../platform/context.ts';
import { readHalt } from '../../platform/halt.ts';
import { readRestored } from '../../platform/restored.ts';
import type { Memo } from '../kind.ts';
import type { TargetRow } from '../row.ts';
import { readStopLine, type StopLine, wakeToStop } from '../stop-line/store.ts';
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

/** Of what one pass claims, this part is kept for routine looks, so that they never stop. */
const routineShare = 1 / 8;

/** What a pass claimed, and the order to stop that it must obey. */
export interface Claimed {
  readonly targets: TargetRow[];
  readonly stopLine: StopLine;
}

/**
 * Whether nothing is due until an admin has looked: what this database thinks so may have been settled
 * differently since its backup. To stop everything is an order of today, and is obeyed.
 */
async function isHeld(tx: Tx): Promise<boolean> {
  const mark = await readRestored(tx);
  if (mark === null) return false;
  const halt = await readHalt(tx);
  return halt === null || halt.since <= mark.restoredAt;
}

/**
 * Claims up to `limit` targets that are due and that nobody holds, longest due first, those whose
 * urgent moment has come before routine looks: ends are on time however far looks lag. Each
 * claim raises the target's fence: an older holder that wakes up finds that it is no longer.
 */
export async function claimDue(engine: Engine, limit: number): Promise<Claimed> {
  return engineTransaction(engine, async (tx) => {
    if (await isHeld(tx)) return { targets: [], stopLine: null };
    const stopLine = await readStopLine(tx);
    if (stopLine !== null) await wakeToStop(tx, stopLine, limit);
    const until = addSeconds(tx.now, engine.claimSeconds);
    const urgent = limit - Math.floor(limit * routineShare);
    const { rows } = await sql<TargetRow>`
      with urgent as (
        select key from targets
        where urgent_at <= ${tx.now} and (claimed_until is null or claimed_until <= ${tx.now})
          and ${isFree(tx)}
        order by urgent_at limit ${urgent} for update skip locked
      ), routine as (
        select key from targets
        where next_check_at <= ${tx.now} and (claimed_until is null or claimed_until <= ${tx.now})
          and not exists (select from urgent where urgent.key = targets.key) and ${isFree(tx)}
        order by next_check_at limit ${limit} - (select count(*) from urgent)
        for update skip locked
      )
      update targets set
        claimed_until = ${until},
        -- So that a wake during the claim stands out, and a claim that dies is due by itself.
        next_check_at = ${until},
        urgent_at = case when urgent_at <= ${until} then ${until}::timestamptz else urgent_at end,
        fence = fence + 1
      where key in (select key from urgent union all select key from routine)
      returning *
    `.execute(tables(tx));
    return { targets: rows, stopLine };
  });
}

/**
 * Whether nobody holds another target of the same serial key: of those only one may be changed at a
 * time. Two replicas that claim at the same instant can both succeed; then the cloud itself refuses one.
 */
function isFree({ now }: Tx) {
  return sql<boolean>`not (serial_key <> key and exists (
    select from targets as held
    where held.serial_key = targets.serial_key and held.serial_key <> held.key
      and held.claimed_until > ${now}
  ))`;
}

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
