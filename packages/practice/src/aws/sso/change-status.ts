import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { type AssignmentChangeRow, assignmentKey } from '../world/identity-records.ts';
import type { World } from '../world/world.ts';
import { admit, judgeInstance, notFound } from './admit.ts';
import { instance } from './input.ts';

const requestId = z.string().regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);

/** `DescribeAccountAssignmentCreationStatus`. Errors: `ResourceNotFoundException`. */
export const describeCreationStatus = operation({
  service: 'sso',
  input: z.strictObject({ InstanceArn: instance, AccountAssignmentCreationRequestId: requestId }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'DescribeAccountAssignmentCreationStatus');
    judgeInstance(moment, asked.InstanceArn);
    const change = need(moment, 'create', asked.AccountAssignmentCreationRequestId);
    return { AccountAssignmentCreationStatus: changeStatus(change) };
  },
});

/** `DescribeAccountAssignmentDeletionStatus`. Errors: `ResourceNotFoundException`. */
export const describeDeletionStatus = operation({
  service: 'sso',
  input: z.strictObject({ InstanceArn: instance, AccountAssignmentDeletionRequestId: requestId }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'DescribeAccountAssignmentDeletionStatus');
    judgeInstance(moment, asked.InstanceArn);
    const change = need(moment, 'delete', asked.AccountAssignmentDeletionRequestId);
    return { AccountAssignmentDeletionStatus: changeStatus(change) };
  },
});

/** Lets a change that is due take effect or fail, and forgets one that was over long ago. */
export function settleChange(world: World, id: string): void {
  const change = world.changes.get(id);
  if (change === undefined) return;
  if (change.status !== 'IN_PROGRESS') return world.changes.drop(id);
  world.changes.put(id, { ...change, status: change.reason === null ? 'SUCCEEDED' : 'FAILED' });
  if (change.reason !== null) return;
  const { account, permissionSetArn, principalType, principalId } = change;
  const row = { account, permissionSetArn, principalType, principalId };
  if (change.kind === 'create') world.directory.assignments.put(assignmentKey(row), row);
  else world.directory.assignments.drop(assignmentKey(row));
}

/** A change as AWS describes it; why it fails is told at its end. */
export function changeStatus(change: AssignmentChangeRow) {
  const failed = change.status === 'FAILED' ? (change.reason ?? undefined) : undefined;
  return {
    Status: change.status,
    RequestId: change.requestId,
    FailureReason: failed,
    TargetId: change.account,
    TargetType: 'AWS_ACCOUNT' as const,
    PermissionSetArn: change.permissionSetArn,
    PrincipalType: change.principalType,
    PrincipalId: change.principalId,
    CreatedDate: new Date(change.createdAt),
  };
}

function need({ world }: Moment, kind: 'create' | 'delete', id: string): AssignmentChangeRow {
  const change = world.changes.get(id);
  if (change?.kind === kind) return change;
  throw notFound(`Request ${id} was not found.`);
}
