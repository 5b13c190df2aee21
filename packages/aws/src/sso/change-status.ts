import {
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
} from '@aws-sdk/client-sso-admin';
import type { AssignmentChange } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { change, NOTHING_TO_DO, toChange } from './change.ts';
import { ssoFailures } from './failures.ts';
import type { Instance } from './instance.ts';

export const actions = [
  'sso:DescribeAccountAssignmentCreationStatus',
  'sso:DescribeAccountAssignmentDeletionStatus',
] as const;

/** How a change goes on. Errors: `not-found` when AWS has forgotten it. */
export async function changeStatus(
  { clients, signal }: Connection,
  { instanceArn: InstanceArn }: Instance,
  { kind, requestId }: { readonly kind: 'assign' | 'unassign'; readonly requestId: string },
): Promise<AssignmentChange> {
  if (requestId === NOTHING_TO_DO.requestId) return NOTHING_TO_DO;
  if (kind === 'assign') {
    const input = { InstanceArn, AccountAssignmentCreationRequestId: requestId };
    const command = new DescribeAccountAssignmentCreationStatusCommand(input);
    const answer = z.object({ AccountAssignmentCreationStatus: change });
    const told = await ask(signal, ssoFailures, answer, (options) =>
      clients.ssoAdmin.read.send(command, options),
    );
    return toChange(told.AccountAssignmentCreationStatus);
  }
  const input = { InstanceArn, AccountAssignmentDeletionRequestId: requestId };
  const command = new DescribeAccountAssignmentDeletionStatusCommand(input);
  const answer = z.object({ AccountAssignmentDeletionStatus: change });
  const told = await ask(signal, ssoFailures, answer, (options) =>
    clients.ssoAdmin.read.send(command, options),
  );
  return toChange(told.AccountAssignmentDeletionStatus);
}
