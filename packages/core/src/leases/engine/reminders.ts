import type { Config } from '@sekisho/config';
import { addSeconds } from '../../platform/clock.ts';
import type { LeaseRow } from '../row.ts';

export interface Reminder {
  readonly secondsBefore: number;
  readonly at: Date;
}

/**
 * Reminders of an active lease that were not yet given for its present deadline. Each stores
 * the deadline it spoke of, so extending the lease re-arms it.
 */
export function dueReminders(config: Config, lease: LeaseRow): Reminder[] {
  const { deadline, ready_at: readyAt } = lease;
  if (lease.state !== 'active' || deadline === null || readyAt === null) return [];
  const spoken = deadline.toISOString();
  const whole = (deadline.getTime() - readyAt.getTime()) / 1000;
  return config.leases.reminderSeconds
    .filter((seconds) => seconds < whole && lease.notified_for[String(seconds)] !== spoken)
    .map((seconds) => ({ secondsBefore: seconds, at: addSeconds(deadline, -seconds) }));
}
