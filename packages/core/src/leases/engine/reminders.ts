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
  if (lease.part_of !== null) return [];
  if (lease.state !== 'active' || deadline === null || readyAt === null) return [];
  const spoken = deadline.toISOString();
  const whole = (deadline.getTime() - readyAt.getTime()) / 1000;
  return spansOf(config, lease)
    .filter((seconds) => seconds < whole && lease.notified_for[String(seconds)] !== spoken)
    .map((seconds) => ({ secondsBefore: seconds, at: addSeconds(deadline, -seconds) }));
}

/** A job that is cut in mid-apply leaves a state behind: its people are told twice, whatever the house's spans are. */
const ofJobs = [10 * 60, 2 * 60];

/** Whoever leaves after months has something to hand over. */
const ofMembers = [14 * 86_400, 3 * 86_400];

function spansOf(config: Config, { kind }: LeaseRow): readonly number[] {
  if (kind === 'membership') return ofMembers;
  return kind === 'ci-role' ? ofJobs : config.leases.reminderSeconds;
}
