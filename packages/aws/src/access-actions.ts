import { actions as groups } from './identitystore/groups.ts';
import { actions as memberships } from './identitystore/memberships.ts';
import { actions as users } from './identitystore/users.ts';
import { actions as organizationAccounts } from './organizations/accounts.ts';
import { actions as readSchedule } from './scheduler/read-schedule.ts';
import { actions as writeSchedule } from './scheduler/write-schedule.ts';
import { actions as changeAssignment } from './sso/change-assignment.ts';
import { actions as changeStatus } from './sso/change-status.ts';
import { actions as instance } from './sso/instance.ts';
import { actions as listAssignments } from './sso/list-assignments.ts';
import { actions as permissionSets } from './sso/permission-sets.ts';
import { actions as assumeRole } from './sts/assume-role.ts';
import { actions as callerAccount } from './sts/caller-account.ts';

/** Every IAM action that lending permission sets calls, as the files that call it declare. */
export const accessActions = [
  ...[...assumeRole, ...callerAccount],
  ...[...groups, ...memberships, ...users, ...organizationAccounts],
  ...[...readSchedule, ...writeSchedule],
  ...[...changeAssignment, ...changeStatus, ...instance, ...listAssignments, ...permissionSets],
].sort();

/** What AWS asks for besides: CreateSchedule hands the schedule its role. */
export const impliedAccessActions = ['iam:PassRole'] as const;

/** What the role that schedules remove access with needs, and nothing else. */
export const removalActions = [
  'identitystore:DeleteGroupMembership',
  'sso:DeleteAccountAssignment',
] as const;
