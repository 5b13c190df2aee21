import type { OpsCloud } from '@sekisho/core/cloud';
import { armedFor, armSchedule, disarmSchedule } from './arm-schedule.ts';
import type { Send } from './send.ts';

/** The port's verbs about the dead-man's switch: one-time schedules that end instances by tag. */
export function switchVerbs(
  send: Send,
  now: () => number,
  installation: string,
): Pick<OpsCloud, 'arm' | 'disarm' | 'armedFor'> {
  return {
    arm: async (scope, { name, at, lease }) =>
      armSchedule(send, now, scope, {
        ...{ name, at },
        action: 'ssm:startAutomationExecution',
        role: 'sekisho-dead-mans-switch',
        input: {
          DocumentName: 'Sekisho-TerminateLease',
          Parameters: { Lease: [lease], Installation: [installation] },
        },
      }),
    disarm: async (scope, name) => disarmSchedule(send, scope, name),
    armedFor: async (scope, name) => armedFor(send, scope, name),
  };
}
