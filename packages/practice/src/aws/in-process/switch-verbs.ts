import { CloudError, type DeadMansSwitch, type OpsCloud } from '@sekisho/core/cloud';
import { parseAt } from '../scheduler/expression.ts';
import type { ScheduleInput } from '../scheduler/input.ts';
import { unlessGone } from './instance-verbs.ts';
import type { Send, Target } from './send.ts';

/** Times that have passed are refused, and a schedule keeps to the minute: nothing sooner can be asked. */
const soonestMs = 60_000;

/**
 * The port's verbs about the dead-man's switch: one-time schedules that end instances by tag.
 * As on AWS, a time that has passed or is nearer than a minute becomes one minute from now,
 * and a switch that fires by then anyway is left alone.
 */
export function switchVerbs(
  send: Send,
  now: () => number,
  installation: string,
): Pick<OpsCloud, 'arm' | 'disarm' | 'armedFor'> {
  return {
    arm: async (scope, wanted) => {
      const at = Date.parse(wanted.at);
      if (Number.isNaN(at)) throw new CloudError('invalid', 'InvalidTime', wanted.at);
      const soonest = now() + soonestMs;
      const standing = at < soonest ? firesAt(send, scope, wanted.name) : null;
      if (standing !== null && standing <= soonest) return;
      put(send, scope, scheduleInput(scope, { ...wanted, installation }, Math.max(at, soonest)));
    },
    disarm: async (scope, name) => unlessGone(() => send(scope, 'DeleteSchedule', { Name: name })),
    armedFor: async (scope, name) => {
      const at = firesAt(send, scope, name);
      return at === null ? null : new Date(at).toISOString();
    },
  };
}

function put(send: Send, scope: Target, input: ScheduleInput): void {
  try {
    send(scope, 'CreateSchedule', input);
  } catch (error) {
    if (!(error instanceof CloudError && error.vendorCode === 'ConflictException')) throw error;
    send(scope, 'UpdateSchedule', input);
  }
}

function firesAt(send: Send, scope: Target, name: string): number | null {
  try {
    const found = send(scope, 'GetSchedule', { Name: name });
    return parseAt(found.ScheduleExpression, found.ScheduleExpressionTimezone);
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}

function scheduleInput(
  { account }: Target,
  { name, lease, installation }: DeadMansSwitch & { readonly installation: string },
  at: number,
): ScheduleInput {
  return {
    Name: name,
    ScheduleExpression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:ssm:startAutomationExecution',
      RoleArn: `arn:aws:iam::${account}:role/sekisho-dead-mans-switch`,
      Input: JSON.stringify({
        DocumentName: 'Sekisho-TerminateLease',
        Parameters: { Lease: [lease], Installation: [installation] },
      }),
    },
  };
}
