import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { operation } from '../operation.ts';
import { type AssignmentRow, assignmentKey } from '../world/identity-records.ts';
import { admit, judgeInstance } from './admit.ts';
import { accountId, guid, instance, page, pageRule, permissionSet } from './input.ts';

/** `ListAccountAssignments` of one permission set in one account; pages of 1 to 100. */
export const listAccountAssignments = operation({
  service: 'sso',
  input: z.strictObject({
    InstanceArn: instance,
    AccountId: accountId,
    PermissionSetArn: permissionSet,
    ...page,
  }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'ListAccountAssignments');
    judgeInstance(moment, asked.InstanceArn);
    const found = [...moment.world.directory.assignments.values()].filter(
      (row) => row.account === asked.AccountId && row.permissionSetArn === asked.PermissionSetArn,
    );
    return answer(found, asked);
  },
});

/** `ListAccountAssignmentsForPrincipal`: a user's come with those of the user's groups. */
export const listAccountAssignmentsForPrincipal = operation({
  service: 'sso',
  input: z.strictObject({
    InstanceArn: instance,
    PrincipalId: guid,
    PrincipalType: z.enum(['USER', 'GROUP']),
    Filter: z.strictObject({ AccountId: accountId.optional() }).optional(),
    ...page,
  }),
  run: (moment, asked) => {
    admit(moment, 'sso', 'ListAccountAssignmentsForPrincipal');
    judgeInstance(moment, asked.InstanceArn);
    const { assignments, memberships } = moment.world.directory;
    const principals = new Set([asked.PrincipalId]);
    for (const { userId, groupId } of memberships.values()) {
      if (asked.PrincipalType === 'USER' && userId === asked.PrincipalId) principals.add(groupId);
    }
    const found = [...assignments.values()].filter(
      (row) =>
        principals.has(row.principalId) && row.account === (asked.Filter?.AccountId ?? row.account),
    );
    return answer(found, asked);
  },
});

function answer(found: readonly AssignmentRow[], asked: Parameters<typeof pageOf>[2]) {
  const { items, nextToken } = pageOf(found, assignmentKey, asked, pageRule);
  const AccountAssignments = items.map((row) => ({
    AccountId: row.account,
    PermissionSetArn: row.permissionSetArn,
    PrincipalType: row.principalType,
    PrincipalId: row.principalId,
  }));
  return { AccountAssignments, NextToken: nextToken ?? undefined };
}
