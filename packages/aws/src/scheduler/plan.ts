import type { CloudScope, DeadMansSwitch } from '@sekisho/core/cloud';

/** Where and how this installation's switches are made. */
export interface SwitchSettings {
  readonly installation: string;
  /** The role the schedule starts the Automation with, in the scope's account. */
  readonly roleArn: (scope: CloudScope) => string;
  readonly group: string;
  /** Automation document that terminates a lease's instances. */
  readonly document: string;
}

/** The parts of a schedule that decide what happens and when. */
export interface SchedulePlan {
  readonly expression: string;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input: string;
}

/** What a switch is as a schedule that fires at `at`. */
export function planSwitch(
  settings: SwitchSettings,
  scope: CloudScope,
  { lease }: DeadMansSwitch,
  at: Date,
): SchedulePlan {
  return {
    expression: `at(${at.toISOString().slice(0, 19)})`,
    targetArn: `arn:${partition(scope.region)}:scheduler:::aws-sdk:ssm:startAutomationExecution`,
    roleArn: settings.roleArn(scope),
    input: JSON.stringify({
      DocumentName: settings.document,
      Parameters: { Lease: [lease], Installation: [settings.installation] },
    }),
  };
}

/** When an `at(…)` expression fires, or null when it is of another kind. Times are UTC. */
export function firesAt(expression: string): Date | null {
  const time = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression)?.[1];
  return time === undefined ? null : new Date(`${time}Z`);
}

function partition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
