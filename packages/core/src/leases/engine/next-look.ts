import { addSeconds } from '../../platform/clock.ts';
import { isDraining } from '../draining.ts';
import type { LeaseRow } from '../row.ts';
import type { Engine } from './engine.ts';
import { dueReminders } from './reminders.ts';

interface Facts {
  readonly leases: readonly LeaseRow[];
  readonly failures: number;
  readonly changed: boolean;
  readonly quietUntil: Date | null;
  readonly now: Date;
}

const firstRetrySeconds = 1;
const longestRetrySeconds = 30;
const progressSeconds = 2;

export interface NextLook {
  readonly at: Date;
  /** The soonest moment at which something must happen, which no routine look may hold up. */
  readonly urgentAt: Date | null;
}

/** When a target is to be looked at again: at the soonest thing that can happen to its leases. */
export function nextLook(engine: Engine, facts: Facts): NextLook {
  const { now, leases } = facts;
  const soonest = earliest(leases.flatMap((lease) => momentsOf(engine, lease, now)));
  const pause = pauseOf(facts);
  if (pause === null) return routineLook(engine, facts, soonest);
  const at = addSeconds(now, pause);
  // What is only watched is tried again when there is time; what moves, or must, is not.
  return { at, urgentAt: soonest && latest(soonest, at) };
}

/** Seconds to wait because something failed or was changed; null when all is as it should be. */
function pauseOf({ failures, changed }: Facts): number | null {
  if (failures > 0) return retrySeconds(failures);
  return changed ? firstRetrySeconds : null;
}

function routineLook(engine: Engine, { leases, quietUntil, now }: Facts, soonest: Date | null) {
  const lent = leases.some((lease) => lease.state === 'active' || isDraining(lease, now));
  const watched = lent || quietUntil !== null;
  const polled = watched || soonest === null ? [addSeconds(now, engine.pollSeconds)] : [];
  const moments = [...polled, quietUntil, soonest].filter((moment) => moment !== null);
  return {
    at: latest(earliest(moments) ?? now, now),
    urgentAt: soonest && latest(soonest, now),
  };
}

function earliest(moments: readonly Date[]): Date | null {
  return moments.length === 0 ? null : new Date(Math.min(...moments.map(Number)));
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** Exponential, capped: a failing revocation is tried for ever, twice a minute. */
function retrySeconds(failures: number): number {
  return Math.min(firstRetrySeconds * 2 ** (failures - 1), longestRetrySeconds);
}

/** When a lease must move or be seen to; routine looks are none of them. */
function momentsOf(engine: Engine, lease: LeaseRow, now: Date): Date[] {
  const config = engine.house.config();
  switch (lease.state) {
    case 'requested':
      return lease.part_of !== null
        ? []
        : [addSeconds(lease.requested_at, config.leases.lapseAfterSeconds)];
    case 'approved':
      return lease.part_of !== null && lease.starts_at === null ? [] : [lease.starts_at ?? now];
    case 'granting':
      return [addSeconds(now, progressSeconds)];
    case 'revoking':
      return [latest(lease.drains_until ?? now, addSeconds(now, progressSeconds))];
    case 'active':
      return [
        ...[lease.deadline, lease.hard_maximum].filter((moment) => moment !== null),
        ...dueReminders(config, lease).map(({ at }) => at),
      ];
    case 'ended':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
    case 'failed':
      return [];
  }
}
