import { addSeconds, soonest } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { costOf } from '../cost.ts';
import type { LeaseKind, Memo, Observation } from '../kind.ts';
import { beginRevoking, couldNotBeMade, hasFailed, move, redraw } from '../move.ts';
import { tell, tellAlsoOfPart } from '../notify.ts';
import { boundsOfPart, endedAlone } from '../parts/bounds.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import { updateLease } from '../store.ts';
import type { Engine } from './engine.ts';
import { isOverdue } from './failures.ts';
import { probeCommit } from './steps.ts';
import { judgeLease, missingOf, type Verdict } from './verdict.ts';

type AnyKind = LeaseKind<unknown, Observation>;

/** Moves the leases of a claimed target by what was seen of it, each in its own transaction. */
export async function settle(
  engine: Engine,
  kind: AnyKind,
  target: TargetRow,
  leases: readonly LeaseRow[],
  seen: Observation,
  memo: Memo,
): Promise<{ leases: LeaseRow[]; changed: boolean }> {
  const matched = kind.matches(kind.desired(leases), seen, memo);
  const now = engine.house.clock.now();
  const settled: LeaseRow[] = [];
  for (const lease of leases) {
    const overdue = isOverdue(engine, lease, now);
    const idleAfterSeconds = kind.idleAfterSeconds(lease);
    const verdict = judgeLease(lease, { seen, matched, overdue, idleAfterSeconds, now });
    settled.push(
      verdict.is === 'nothing' ? lease : await apply(engine, target, lease, seen, verdict),
    );
  }
  return { leases: settled, changed: settled.some((lease, index) => lease !== leases[index]) };
}

async function apply(
  engine: Engine,
  target: TargetRow,
  lease: LeaseRow,
  seen: Observation,
  verdict: Verdict,
): Promise<LeaseRow> {
  const moved = await engine.writeClaimed({
    target,
    lease: lease.id,
    write: (tx, current) =>
      // A verb came first: the next pass sees the lease as it is now.
      current.revision === lease.revision ? write(tx, current, seen, verdict) : current,
  });
  probeCommit(engine.probe, moved);
  return moved;
}

async function write(
  tx: Tx,
  lease: LeaseRow,
  seen: Observation,
  verdict: Verdict,
): Promise<LeaseRow> {
  switch (verdict.is) {
    case 'nothing':
      return lease;
    case 'progress':
      return showProgress(tx, lease, seen);
    case 'ready':
      return becomeActive(tx, lease, seen);
    case 'over':
      return beginRevoking(tx, await showProgress(tx, lease, seen), verdict.ending, {
        data: { missing: seen.missing, detail: seen.detail },
        claimed: true,
      });
    case 'given-up': {
      const shown = lease.missing === null ? await showProgress(tx, lease, seen) : lease;
      const data = { missing: shown.missing };
      return beginRevoking(tx, shown, 'launch-failed', { data, claimed: true });
    }
    case 'ended':
      return end(tx, lease);
  }
}

/** What is being done changes on the card; it is no deed, so it is no entry. */
async function showProgress(tx: Tx, lease: LeaseRow, seen: Observation): Promise<LeaseRow> {
  const shown = await updateLease(tx, lease, {
    step: seen.step,
    missing: missingOf(lease, seen),
    detail: couldNotBeMade(lease) ? (lease.detail ?? seen.detail) : seen.detail,
    resource: seen.resource ?? lease.resource,
  });
  redraw(tx, shown);
  return shown;
}

/** The deadline runs from here; the hard maximum is shortened to what is still possible. */
async function becomeActive(tx: Tx, lease: LeaseRow, seen: Observation): Promise<LeaseRow> {
  const whole = await boundsOfPart(tx, lease);
  const longest = addSeconds(tx.now, lease.maximum_seconds);
  const hardMaximum = soonest(longest, lease.hard_maximum, whole.hardMaximum);
  // Making it may have taken longer than was foreseen at the grant.
  const wished = addSeconds(tx.now, lease.duration_seconds);
  // A part goes on as long as the whole does, which may have been extended meanwhile.
  // What only replaces what it had gives no more time.
  const deadline = lease.deadline ?? soonest(whole.deadline ?? wished, hardMaximum);
  const active = await move(tx, lease, {
    to: 'active',
    patch: {
      ready_at: lease.ready_at ?? tx.now,
      deadline,
      hard_maximum: hardMaximum,
      resource: seen.resource,
      ...{ step: 'ready', missing: null, detail: null },
    },
    entry: { action: 'lease.ready', data: { resource: seen.resource, deadline, hardMaximum } },
    claimed: true,
  });
  tell(tx, 'ready', [lease.holder], active, {
    instanceId: seen.resource ?? '',
    deadline: deadline.toISOString(),
  });
  return active;
}

async function end(tx: Tx, lease: LeaseRow): Promise<LeaseRow> {
  const failed = hasFailed(lease);
  const data = {
    ending: lease.ending,
    resource: lease.resource,
    missing: lease.missing,
    cost: costOf({ ...lease, ended_at: tx.now }),
  };
  const over = await move(tx, lease, {
    to: failed ? 'failed' : 'ended',
    patch: { step: 'done', stuck: false },
    entry: { action: failed ? 'lease.failed' : 'lease.ended', data },
    claimed: true,
  });
  const people = [lease.requester, lease.holder];
  if (failed) {
    const { missing, ending } = lease;
    tell(tx, 'failed', people, over, { missing, ending });
  } else {
    const say = (await endedAlone(tx, over)) ? tellAlsoOfPart : tell;
    say(tx, 'ended', people, over, { ending: lease.ending ?? 'deadline', cost: costOf(over) });
  }
  return over;
}
