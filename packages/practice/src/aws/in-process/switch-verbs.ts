import { CloudError, type DeadMansSwitch, type OpsCloud } from '@sekisho/core/cloud';
import { parseAt } from '../scheduler/expression.ts';
import type { ScheduleInput } from '../scheduler/input.ts';
import type { Send, Target } from './in-process-cloud.ts';
import { unlessGone } from './instance-verbs.ts';

/** The port's verbs about the dead-man's switch: one-time schedules that end instances by tag. */
export function switchVerbs(send: Send): Pick<OpsCloud, 'arm' | 'disarm' | 'armedFor'> {
  return {
    arm: async (scope, wanted) => {
      const input = scheduleInput(scope, wanted);
      try {
        send(scope, 'UpdateSchedule', input);
      } catch (error) {
        if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
        send(scope, 'CreateSchedule', input);
      }
    },
    disarm: async (scope, name) => unlessGone(() => send(scope, 'DeleteSchedule', { Name: name })),
    armedFor: async (scope, name) => {
      try {
        const found = send(scope, 'GetSchedule', { Name: name });
        const at = parseAt(found.ScheduleExpression, found.ScheduleExpressionTimezone);
        return new Date(at).toISOString();
      } catch (error) {
        if (error instanceof CloudError && error.failure === 'not-found') return null;
        throw error;
      }
    },
  };
}

function scheduleInput({ account }: Target, { name, lease, at }: DeadMansSwitch): ScheduleInput {
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
        DocumentName: 'AWS-TerminateEC2Instance',
        TargetParameterName: 'InstanceId',
        Targets: [{ Key: 'tag:sekisho:lease', Values: [lease] }],
        MaxConcurrency: '10',
        MaxErrors: '10',
      }),
    },
  };
}
