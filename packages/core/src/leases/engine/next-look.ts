import { addSeconds } from '../../platform/clock.ts';
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

/** When a target is to be looked at again: at the soonest thing that can happen to its leases. */
export function nextLook(engine: Engine, facts: Facts): Date {
  const { failures, now, leases } = facts;
  if (failures > 0) return addSeconds(now, retrySeconds(failures));
  if (facts.changed) return addSeconds(now, firstRetrySeconds);
  const moments = leases.flatMap((lease) => momentsOf(engine, lease, now));
  if (facts.quietUntil !== null)
    moments.push(addSeconds(now, engine.pollSeconds), facts.quietUntil);
  const soonest = Math.min(...moments.map((moment) => moment.getTime()));
  if (!Number.isFinite(soonest)) return addSeconds(now, engine.pollSeconds);
  return new Date(Math.max(soonest, now.getTime()));
}

/** Exponential, capped: a failing revocation is tried for ever, twice a minute. */
function retrySeconds(failures: number): number {
  return Math.min(firstRetrySeconds * 2 ** (failures - 1), longestRetrySeconds);
}

function momentsOf(engine: Engine, lease: LeaseRow, now: Date): Date[] {
  const config = engine.house.config();
  switch (lease.state) {
    case 'requested':
      return [addSeconds(lease.requested_at, config.leases.lapseAfterSeconds)];
    case 'approved':
      return [lease.starts_at ?? now];
    case 'granting':
    case 'revoking':
      return [addSeconds(now, progressSeconds)];
    case 'active':
      return [
        ...[lease.deadline, lease.hard_maximum].filter((moment) => moment !== null),
        ...dueReminders(config, lease).map(({ at }) => at),
        addSeconds(now, engine.pollSeconds),
      ];
    case 'ended':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
    case 'failed':
      return [];
  }
}
