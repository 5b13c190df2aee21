import { partitionOf } from '@sekisho/accounts';
import type { CloudScope, DeadMansSwitch } from '@sekisho/core/cloud';

/** The Automation document that Terraform's module brings, unless an installation has another. */
export const terminateLeaseDocument = 'Sekisho-TerminateLease';

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
  const input = {
    DocumentName: settings.document,
    Parameters: { Lease: [lease], Installation: [settings.installation] },
  };
  const roleArn = settings.roleArn(scope);
  const action = 'ssm:startAutomationExecution';
  return planCall({ region: scope.region, action, roleArn, input }, at);
}

/** One call of one AWS API, and the role it is made with. */
export interface PlannedCall {
  readonly region: string;
  /** E.g. `ssoadmin:deleteAccountAssignment`, as universal targets name it. */
  readonly action: string;
  readonly roleArn: string;
  readonly input: unknown;
}

/** What a call is as a schedule that fires at `at`. */
export function planCall({ region, action, roleArn, input }: PlannedCall, at: Date): SchedulePlan {
  return {
    expression: `at(${at.toISOString().slice(0, 19)})`,
    targetArn: `arn:${partitionOf(region)}:scheduler:::aws-sdk:${action}`,
    roleArn,
    input: JSON.stringify(input),
  };
}

/** When an `at(…)` expression fires, or null when it is of another kind. Times are UTC. */
export function firesAt(expression: string): Date | null {
  const time = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression)?.[1];
  return time === undefined ? null : new Date(`${time}Z`);
}
