import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { about, beginRevoking, move, redraw } from '../move.ts';
import { lentOf, page, tell } from '../notify.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import { mustStop, readStopLine, type StopLine } from '../stop-line/store.ts';
import { updateLease } from '../store.ts';
import type { Engine } from './engine.ts';
import { grant } from './grant.ts';
import { remind } from './remind.ts';
import { dueReminders } from './reminders.ts';
import { probeCommit } from './steps.ts';

/** A lease that is being taken back for longer than this has something wrong with it. */
const stuckAfterSeconds = 5 * 60;
/** Whoever moves a lease here holds its target and looks at it again by itself. */
const claimed = true;

/** Whether time, or the order to stop everything, moves this lease now. */
export function isTimeToMove(
  engine: Engine,
  lease: LeaseRow,
  stopLine: StopLine,
  now: Date,
): boolean {
  const config = engine.house.config();
  if (mustStop(lease, stopLine)) return true;
  switch (lease.state) {
    case 'requested':
      return (
        lease.part_of === null &&
        now >= addSeconds(lease.requested_at, config.leases.lapseAfterSeconds)
      );
    case 'approved':
      return lease.starts_at === null ? lease.part_of === null : now >= lease.starts_at;
    case 'granting':
      // Sooner it is given up only by what is seen: it may have become ready while nobody looked.
      return isOver(lease, now);
    case 'active':
      return isOver(lease, now) || dueReminders(config, lease).some(({ at }) => now >= at);
    case 'revoking':
      return !lease.stuck && now >= addSeconds(cutSince(lease), stuckAfterSeconds);
    case 'ended':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
    case 'failed':
      return false;
  }
}

/** Since when it is to be gone: until then nothing is wrong with one that drains. */
function cutSince({ state_at: since, drains_until: drainsUntil }: LeaseRow): Date {
  return drainsUntil !== null && drainsUntil > since ? drainsUntil : since;
}

function isOver(lease: LeaseRow, now: Date): boolean {
  return [lease.deadline, lease.hard_maximum].some((moment) => moment !== null && now >= moment);
}

/** Moves every lease of a claimed target whose time has come, each in its own transaction. */
export async function advanceByTime(
  engine: Engine,
  target: TargetRow,
  leases: readonly LeaseRow[],
  stopLine: StopLine,
): Promise<LeaseRow[]> {
  const moved: LeaseRow[] = [];
  for (const lease of leases) moved.push(await advanceOne(engine, target, lease, stopLine));
  return moved;
}

async function advanceOne(
  engine: Engine,
  target: TargetRow,
  lease: LeaseRow,
  stopLine: StopLine,
): Promise<LeaseRow> {
  if (!isTimeToMove(engine, lease, stopLine, engine.house.clock.now())) return lease;
  const moved = await engine.writeClaimed({
    target,
    lease: lease.id,
    async write(tx, current) {
      // Lending may have been resumed since the claim.
      const line = stopLine && (await readStopLine(tx));
      if (mustStop(current, line)) return stop(tx, current);
      return isTimeToMove(engine, current, null, tx.now) ? step(engine, tx, current) : current;
    },
  });
  probeCommit(engine.probe, moved);
  const begun = lease.state !== 'revoking' && moved.state === 'revoking';
  if (begun && moved.ending === 'deadline' && moved.deadline !== null) {
    engine.onExpired((moved.state_at.getTime() - moved.deadline.getTime()) / 1000);
  }
  return moved;
}

/** Nothing that was asked for before everything was stopped is lent, lent on, or left to drain. */
async function stop(tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  if (lease.state === 'granting' || lease.state === 'active' || lease.state === 'revoking') {
    return beginRevoking(tx, lease, 'stop-all', { claimed });
  }
  const entry = { action: 'lease.withdraw', data: { by: 'lease.stop-all' } };
  return move(tx, lease, { to: 'withdrawn', patch: { step: 'done' }, entry, claimed });
}

async function step(engine: Engine, tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  switch (lease.state) {
    case 'requested':
      return lapse(tx, lease);
    case 'approved':
      return grant(engine, tx, lease);
    case 'granting':
      // What it had is being replaced: the time that it was lent for runs on.
      if (lease.ready_at !== null) return expire(engine, tx, lease);
      return beginRevoking(tx, lease, 'launch-failed', {
        data: { missing: lease.missing },
        claimed,
      });
    case 'active':
      return isOver(lease, tx.now) ? expire(engine, tx, lease) : remind(tx, lease);
    case 'revoking':
      return markStuck(tx, lease);
    case 'ended':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
    case 'failed':
      return lease;
  }
}

async function lapse(tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const entry = { action: 'lease.lapsed' };
  const lapsed = await move(tx, lease, { to: 'lapsed', patch: { step: 'done' }, entry, claimed });
  tell(tx, 'lapsed', [lease.requester], lapsed, {});
  return lapsed;
}

async function expire(engine: Engine, tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const late = lease.deadline && tx.now >= lease.deadline;
  return beginRevoking(tx, lease, late ? 'deadline' : 'hard-maximum', {
    data: { deadline: lease.deadline },
    drainsUntil: late ? (engine.kinds[lease.kind].drainsUntil?.(lease) ?? null) : null,
    claimed,
  });
}

async function markStuck(tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const stuck = await updateLease(tx, lease, { stuck: true });
  const data = { since: lease.state_at, missing: lease.missing };
  tx.record({ ...about(lease), action: 'lease.stuck', data });
  const { id, missing } = lease;
  page(
    tx,
    'stuck',
    { id, ...lentOf(lease), missing },
    `stuck:${id}:${lease.state_at.toISOString()}`,
    id,
  );
  redraw(tx, stuck);
  return stuck;
}
