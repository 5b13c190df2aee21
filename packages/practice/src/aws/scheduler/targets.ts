import { deleteMembershipInput } from '../identitystore/input.ts';
import { automationInput } from '../ssm/automation.ts';
import { assignmentInput } from '../sso/input.ts';
import type { ScheduleTarget } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';

/**
 * What a schedule can call by a universal target `arn:aws:scheduler:::aws-sdk:SERVICE:ACTION`, with what each takes.
 * Source: EventBridge Scheduler User Guide, "Using universal targets".
 */
const targets = {
  'ssm:startAutomationExecution': ['StartAutomationExecution', automationInput],
  'ssoadmin:deleteAccountAssignment': ['DeleteAccountAssignment', assignmentInput],
  'identitystore:deleteGroupMembership': ['DeleteGroupMembership', deleteMembershipInput],
} as const;

const pattern = /^arn:aws:scheduler:::aws-sdk:(\w+:\w+)$/;

/** The operation that a target calls, and what it sends. Errors: `ValidationException`. */
export function readTarget({ Arn, Input }: Pick<ScheduleTarget, 'Arn' | 'Input'>) {
  const action = pattern.exec(Arn)?.[1] ?? '';
  if (!isAction(action)) {
    throw new Refusal('ValidationException', `Provided Arn is not in correct format: ${Arn}`);
  }
  const [operation, schema] = targets[action];
  const parsed = schema.safeParse(readJson(Input));
  if (parsed.success) return { operation, input: parsed.data };
  throw new Refusal('ValidationException', 'Invalid RequestJson provided for the target Input.');
}

function isAction(action: string): action is keyof typeof targets {
  return Object.hasOwn(targets, action);
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
