import { GetScheduleCommand } from '@aws-sdk/client-scheduler';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { schedulerFailures } from './failures.ts';
import { firesAt, type SchedulePlan } from './plan.ts';

export const actions = ['scheduler:GetSchedule'] as const;

const answer = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().optional(),
  State: z.string().optional(),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().optional() }),
});

/** A schedule as it stands; `enabled` is false too when it would fire in another time zone. */
export interface StandingSchedule extends SchedulePlan {
  readonly enabled: boolean;
}

/** The schedule, or null when there is none. */
export async function readSchedule(
  { clients, signal }: Connection,
  group: string,
  name: string,
): Promise<StandingSchedule | null> {
  const command = new GetScheduleCommand({ Name: name, GroupName: group });
  try {
    const schedule = await ask(signal, schedulerFailures, answer, (options) =>
      clients.scheduler.read.send(command, options),
    );
    return {
      expression: schedule.ScheduleExpression,
      targetArn: schedule.Target.Arn,
      roleArn: schedule.Target.RoleArn,
      input: schedule.Target.Input ?? '',
      enabled:
        schedule.State !== 'DISABLED' && (schedule.ScheduleExpressionTimezone ?? 'UTC') === 'UTC',
    };
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}

/** When the switch fires (ISO 8601), or null when there is none that would. */
export async function armedFor(
  connection: Connection,
  group: string,
  name: string,
): Promise<string | null> {
  const standing = await readSchedule(connection, group, name);
  return standing?.enabled ? (firesAt(standing.expression)?.toISOString() ?? null) : null;
}
