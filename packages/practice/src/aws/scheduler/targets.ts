import type { OperationName } from '../operations.ts';
import type { ScheduleTarget } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';

/**
 * What a schedule can call by a universal target: `arn:aws:scheduler:::aws-sdk:SERVICE:ACTION`, the service
 * as the SDK for Java calls it. Source: EventBridge Scheduler User Guide, "Using universal targets".
 */
const targets: Readonly<Record<string, OperationName>> = {
  'ssm:startAutomationExecution': 'StartAutomationExecution',
  'ssoadmin:deleteAccountAssignment': 'DeleteAccountAssignment',
  'identitystore:deleteGroupMembership': 'DeleteGroupMembership',
};

const pattern = /^arn:aws:scheduler:::aws-sdk:(\w+:\w+)$/;

/** The operation that a target calls. Errors: `ValidationException`. */
export function targetOperation(target: Pick<ScheduleTarget, 'Arn'>): OperationName {
  const operation = targets[pattern.exec(target.Arn)?.[1] ?? ''];
  if (operation !== undefined) return operation;
  throw new Refusal('ValidationException', `Provided Arn is not in correct format: ${target.Arn}`);
}

/** The JSON that a target sends. Errors: `ValidationException`. */
export function targetJson({ Input }: Pick<ScheduleTarget, 'Input'>): unknown {
  try {
    return JSON.parse(Input ?? '');
  } catch {
    throw badRequest();
  }
}

export function badRequest(): Refusal {
  return new Refusal('ValidationException', 'Invalid RequestJson provided for the target Input.');
}
