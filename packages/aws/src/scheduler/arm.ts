import { CloudError } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { firesAt, type SchedulePlan } from './plan.ts';
import { readSchedule, type StandingSchedule } from './read-schedule.ts';
import { createSchedule, type ScheduleWrite, updateSchedule } from './write-schedule.ts';

/** AWS refuses times that have passed, and fires within the minute: nothing sooner can be asked. */
const SOONEST_MS = 60_000;
/** A schedule still there this long after its time did not fire, and is set again. */
const OVERDUE_MS = 5 * 60_000;
/** An update can lose a race with the schedule firing and deleting itself. */
const ROUNDS = 2;

export interface ArmTools {
  readonly group: string;
  readonly now: () => Date;
  readonly newToken: () => string;
}

/**
 * Makes a one-time schedule, or moves it to its time; one that stands as wanted is left alone.
 * A time that has passed, or is nearer than a minute, becomes one minute from now.
 * @param planFor what the schedule is when it fires at that time
 * @throws {CloudError} `invalid` when the time is none, `throttled` when it kept changing meanwhile
 */
export async function arm(
  connection: Connection,
  { group, now, newToken }: ArmTools,
  wanted: { readonly name: string; readonly at: string },
  planFor: (at: Date) => SchedulePlan,
): Promise<void> {
  const at = Date.parse(wanted.at);
  if (Number.isNaN(at)) throw new CloudError('invalid', 'InvalidTime', `${wanted.at} is no time`);
  for (let round = 1; round <= ROUNDS; round++) {
    const soonest = now().getTime() + SOONEST_MS;
    const plan = planFor(new Date(Math.max(at, soonest)));
    const write = { group, name: wanted.name, token: newToken() };
    if (await createSchedule(connection, write, plan)) return;
    if (await adjust(connection, write, plan, at < soonest ? soonest : null)) return;
  }
  const detail = `schedule ${wanted.name} appeared and vanished while it was being set`;
  throw new CloudError('throttled', 'ScheduleInMotion', detail);
}

/**
 * Brings the standing schedule to the plan; false when it has vanished meanwhile.
 * One that is due by `dueBy` already is left alone, or else repeating would put it off for ever.
 */
async function adjust(
  connection: Connection,
  write: ScheduleWrite,
  plan: SchedulePlan,
  dueBy: number | null,
): Promise<boolean> {
  const standing = await readSchedule(connection, write.group, write.name);
  if (standing === null) return false;
  if (serves(standing, plan, dueBy)) return true;
  try {
    await updateSchedule(connection, write, plan);
    return true;
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return false;
    throw error;
  }
}

function serves(standing: StandingSchedule, plan: SchedulePlan, dueBy: number | null): boolean {
  const sameAct =
    standing.enabled &&
    standing.targetArn === plan.targetArn &&
    standing.roleArn === plan.roleArn &&
    standing.input === plan.input;
  if (!sameAct) return false;
  if (dueBy === null) return standing.expression === plan.expression;
  const fires = firesAt(standing.expression)?.getTime() ?? 0;
  return fires <= dueBy && fires > dueBy - SOONEST_MS - OVERDUE_MS;
}
