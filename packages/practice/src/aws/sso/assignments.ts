import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
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
    const rows = [...moment.world.directory.assignments.values(), ...stillListed(moment)];
    const found = rows.filter(
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

/** What a list that lags shows although it is gone: for the fault `stale-list`. */
function stillListed({ world, now, rng, account, region }: Moment): AssignmentRow[] {
  const attempt = { operation: 'ListAccountAssignments', account, region };
  const fault = world.strike(attempt, ['stale-list'], rng);
  if (fault === undefined) return [];
  const since = now - (fault.delayMs ?? 0);
  const gone = [...world.changes.values()].filter(
    (change) =>
      change.kind === 'delete' &&
      change.status === 'SUCCEEDED' &&
      change.settlesAt > since &&
      !world.directory.assignments.has(assignmentKey(change)),
  );
  return [...new Map(gone.map((row) => [assignmentKey(row), row])).values()];
}

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
