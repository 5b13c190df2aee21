import { sql } from 'kysely';
import { addSeconds } from '../../../platform/clock.ts';
import { sqlOf, type Tx } from '../../../platform/context.ts';
import { readHalt } from '../../../platform/halt.ts';
import { cameWith, readRestored } from '../../../platform/restored.ts';
import type { TargetRow } from '../../row.ts';
import { readStopLine, type StopLine, wakeToStop } from '../../stop-line/store.ts';
import { type Engine, engineTransaction } from '../engine.ts';
import { underWaySeconds } from '../work.ts';

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
  return halt === null || cameWith(mark, halt.since);
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
    `.execute(sqlOf(tx));
    return { targets: rows, stopLine };
  });
}

/**
 * Whether nobody holds another target of the same serial key, and no change of another is under way: of
 * those only one may be changed at a time, and what is refused for that has lost a call and its turn. Two
 * replicas that claim at the same instant can both succeed; then the cloud itself refuses one. Whose own
 * change is under way waits for no other: it must learn what became of it.
 */
function isFree({ now }: Tx) {
  const [from, to] = [addSeconds(now, -underWaySeconds), addSeconds(now, underWaySeconds)];
  return sql<boolean>`not (serial_key <> key and (
    exists (
      select from targets as held
      where held.serial_key = targets.serial_key and held.serial_key <> held.key
        and held.claimed_until > ${now}
    ) or memo ->> 'pending' is null and exists (
      select from targets as changing
      where changing.serial_key = targets.serial_key and changing.serial_key <> changing.key
        and (changing.memo -> 'pending' ->> 'at')::timestamptz between ${from} and ${to}
    )
  ))`;
}
