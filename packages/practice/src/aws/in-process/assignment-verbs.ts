import {
  type AccessCloud,
  type Assignment,
  type AssignmentChange,
  CloudError,
} from '@sekisho/core/cloud';
import type { AssignmentInput } from '../sso/input.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { everyPage } from './every-page.ts';
import type { Send } from './send.ts';

const { instanceArn: InstanceArn } = practiceIdentityCenter;

type AssignmentVerbs = Pick<
  AccessCloud,
  'assignments' | 'provisioned' | 'assign' | 'unassign' | 'changeStatus'
>;

/** The port's verbs about who may use which permission set where. */
export function assignmentVerbs(send: Send): AssignmentVerbs {
  return {
    assignments: async (scope, { account, permissionSetArn }) =>
      everyPage((token) => {
        const of = { AccountId: account, PermissionSetArn: permissionSetArn };
        const page = send(scope, 'ListAccountAssignments', { InstanceArn, ...of, ...token });
        return { items: page.AccountAssignments.map(toAssignment), next: page.NextToken };
      }),
    provisioned: async (scope, account) =>
      everyPage((token) => {
        const of = { InstanceArn, AccountId: account };
        const page = send(scope, 'ListPermissionSetsProvisionedToAccount', { ...of, ...token });
        return { items: page.PermissionSets, next: page.NextToken };
      }),
    assign: async (scope, assignment) => {
      const answer = send(scope, 'CreateAccountAssignment', assignmentInput(assignment));
      return toChange(answer.AccountAssignmentCreationStatus);
    },
    unassign: async (scope, assignment) => {
      try {
        const answer = send(scope, 'DeleteAccountAssignment', assignmentInput(assignment));
        return toChange(answer.AccountAssignmentDeletionStatus);
      } catch (error) {
        if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
        return { requestId: '', status: 'succeeded', reason: null };
      }
    },
    changeStatus: async (scope, { kind, requestId }) => {
      if (kind === 'assign') {
        const asked = { InstanceArn, AccountAssignmentCreationRequestId: requestId };
        const answer = send(scope, 'DescribeAccountAssignmentCreationStatus', asked);
        return toChange(answer.AccountAssignmentCreationStatus);
      }
      const asked = { InstanceArn, AccountAssignmentDeletionRequestId: requestId };
      const answer = send(scope, 'DescribeAccountAssignmentDeletionStatus', asked);
      return toChange(answer.AccountAssignmentDeletionStatus);
    },
  };
}

/** An assignment as AWS's calls name it. */
export function assignmentInput({
  account,
  permissionSetArn,
  principal,
}: Assignment): AssignmentInput {
  return {
    InstanceArn,
    TargetId: account,
    TargetType: 'AWS_ACCOUNT',
    PermissionSetArn: permissionSetArn,
    PrincipalType: principal.kind === 'user' ? 'USER' : 'GROUP',
    PrincipalId: principal.id,
  };
}

function toAssignment(row: {
  readonly AccountId: string;
  readonly PermissionSetArn: string;
  readonly PrincipalType: 'USER' | 'GROUP';
  readonly PrincipalId: string;
}): Assignment {
  const kind = row.PrincipalType === 'USER' ? 'user' : 'group';
  return {
    account: row.AccountId,
    permissionSetArn: row.PermissionSetArn,
    principal: { kind, id: row.PrincipalId },
  };
}

const statuses = {
  IN_PROGRESS: 'in-progress',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
} as const;

function toChange(row: {
  readonly RequestId: string;
  readonly Status: keyof typeof statuses;
  readonly FailureReason: string | undefined;
}): AssignmentChange {
  const { RequestId, Status, FailureReason } = row;
  return { requestId: RequestId, status: statuses[Status], reason: FailureReason ?? null };
}
