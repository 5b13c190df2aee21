import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { schedulerFailures } from './failures.ts';
import type { SchedulePlan } from './plan.ts';

export const actions = [
  'scheduler:CreateSchedule',
  'scheduler:DeleteSchedule',
  'scheduler:UpdateSchedule',
] as const;

/** Names one schedule and one attempt to write it. */
export interface ScheduleWrite {
  readonly group: string;
  readonly name: string;
  /**
   * New for every attempt: the name already makes the write idempotent, and a token that AWS
   * remembers would swallow the making of a switch that was armed, removed and armed again.
   */
  readonly token: string;
}

/** Makes the schedule; false when one of that name exists. */
export async function createSchedule(
  { clients, signal }: Connection,
  write: ScheduleWrite,
  plan: SchedulePlan,
): Promise<boolean> {
  const command = new CreateScheduleCommand(request(write, plan));
  try {
    await ask(signal, schedulerFailures, z.object({ ScheduleArn: z.string() }), (options) =>
      clients.scheduler.change.send(command, options),
    );
    return true;
  } catch (error) {
    if (error instanceof CloudError && error.vendorCode === 'ConflictException') return false;
    throw error;
  }
}

/** Replaces the schedule. Errors: `not-found` when it has fired or was removed meanwhile. */
export async function updateSchedule(
  { clients, signal }: Connection,
  write: ScheduleWrite,
  plan: SchedulePlan,
): Promise<void> {
  const command = new UpdateScheduleCommand(request(write, plan));
  await ask(signal, schedulerFailures, z.object({ ScheduleArn: z.string() }), (options) =>
    clients.scheduler.change.send(command, options),
  );
}

/** Removes the schedule; one that is gone already is no error. */
export async function disarm(
  { clients, signal }: Connection,
  { group, name, token }: ScheduleWrite,
): Promise<void> {
  const command = new DeleteScheduleCommand({ GroupName: group, Name: name, ClientToken: token });
  try {
    await ask(signal, schedulerFailures, z.unknown(), (options) =>
      clients.scheduler.change.send(command, options),
    );
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
  }
}

function request({ group, name, token }: ScheduleWrite, plan: SchedulePlan) {
  return {
    GroupName: group,
    Name: name,
    ClientToken: token,
    ScheduleExpression: plan.expression,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    ActionAfterCompletion: 'DELETE' as const,
    State: 'ENABLED' as const,
    Target: { Arn: plan.targetArn, RoleArn: plan.roleArn, Input: plan.input },
  };
}
