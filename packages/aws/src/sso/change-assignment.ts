import {
  CreateAccountAssignmentCommand,
  DeleteAccountAssignmentCommand,
} from '@aws-sdk/client-sso-admin';
import { type Assignment, type AssignmentChange, CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { change, NOTHING_TO_DO, toChange } from './change.ts';
import { ssoFailures } from './failures.ts';
import type { Instance } from './instance.ts';

export const actions = ['sso:CreateAccountAssignment', 'sso:DeleteAccountAssignment'] as const;

/** Begins to make an assignment; AWS takes one that is there already for a success. Errors: `conflict`, `throttled`, `limit`. */
export async function assign(
  { clients, signal }: Connection,
  instance: Instance,
  wanted: Assignment,
): Promise<AssignmentChange> {
  const command = new CreateAccountAssignmentCommand(assignmentRequest(instance, wanted));
  const answer = z.object({ AccountAssignmentCreationStatus: change });
  const begun = await ask(signal, ssoFailures, answer, (options) =>
    clients.ssoAdmin.change.send(command, options),
  );
  return toChange(begun.AccountAssignmentCreationStatus);
}

/** Begins to remove an assignment; one that is gone already is a success. Errors: `conflict`, `throttled`. */
export async function unassign(
  { clients, signal }: Connection,
  instance: Instance,
  unwanted: Assignment,
): Promise<AssignmentChange> {
  const command = new DeleteAccountAssignmentCommand(assignmentRequest(instance, unwanted));
  const answer = z.object({ AccountAssignmentDeletionStatus: change });
  try {
    const begun = await ask(signal, ssoFailures, answer, (options) =>
      clients.ssoAdmin.change.send(command, options),
    );
    return toChange(begun.AccountAssignmentDeletionStatus);
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return NOTHING_TO_DO;
    throw error;
  }
}

/** An assignment as AWS's calls name it. */
export function assignmentRequest({ instanceArn }: Instance, named: Assignment) {
  return {
    InstanceArn: instanceArn,
    TargetId: named.account,
    TargetType: 'AWS_ACCOUNT' as const,
    PermissionSetArn: named.permissionSetArn,
    PrincipalType: named.principal.kind === 'user' ? ('USER' as const) : ('GROUP' as const),
    PrincipalId: named.principal.id,
  };
}
