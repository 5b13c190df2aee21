import { randomUUID } from 'node:crypto';
import type { AccessCloud, Patience } from '@sekisho/core/cloud';
import type { AwsAccessCloudOptions } from './access-cloud-options.ts';
import { createCaller } from './caller.ts';
import type { Connection } from './connection.ts';
import { listGroups } from './identitystore/groups.ts';
import { addMember, members, removeMember } from './identitystore/memberships.ts';
import { findUser, listUsers } from './identitystore/users.ts';
import { listIamRoles, roleUse } from './look/role-use.ts';
import { organizationAccounts } from './organizations/accounts.ts';
import { type ArmTools, arm } from './scheduler/arm.ts';
import { planRemoval } from './scheduler/plan-removal.ts';
import { armedFor } from './scheduler/read-schedule.ts';
import { disarm } from './scheduler/write-schedule.ts';
import { assign, unassign } from './sso/change-assignment.ts';
import { changeStatus } from './sso/change-status.ts';
import { createInstances, type Instance } from './sso/instance.ts';
import { listAssignments, provisionedSets } from './sso/list-assignments.ts';
import { createPermissionSets } from './sso/permission-sets.ts';

/** Users of a whole directory and members of a large group are hundreds of pages, of 100 each. */
const patientMs = 120_000;

function msOf(patience: Patience | undefined): number | undefined {
  return patience === undefined ? undefined : patientMs;
}

/** The port `AccessCloud` by the SDK. @see AccessCloud for what each method promises. */
export function createSdkAccess(options: AwsAccessCloudOptions): AccessCloud & { close(): void } {
  const caller = createCaller<keyof AccessCloud>(options);
  const now = options.now ?? (() => new Date());
  const newToken = options.newToken ?? randomUUID;
  const { removalRoleArn, scheduleGroup: group = 'default' } = options;
  const instances = createInstances();
  const sets = createPermissionSets(now);
  const tools: ArmTools = { group, now, newToken };
  const { within } = caller;
  const roleArn = typeof removalRoleArn === 'function' ? removalRoleArn : () => removalRoleArn;

  /** Does one call that needs to know the Identity Center, which is found first. */
  function inside<T>(
    call: keyof AccessCloud,
    scope: Parameters<typeof within>[1],
    work: (at: Connection, instance: Instance) => Promise<T>,
    patience?: number,
  ): Promise<T> {
    return within(call, scope, async (at) => work(at, await instances.of(at)), patience);
  }

  return {
    permissionSets: (scope) => inside('permissionSets', scope, (at, one) => sets.list(at, one)),
    accounts: (scope) => within('accounts', scope, organizationAccounts),
    users: (scope) => inside('users', scope, listUsers, patientMs),
    findUser: (scope, email) => inside('findUser', scope, (at, one) => findUser(at, one, email)),
    groups: (scope, patience) => inside('groups', scope, listGroups, msOf(patience)),
    members: (scope, id, patience) =>
      inside('members', scope, (at, one) => members(at, one, id), msOf(patience)),
    assignments: (scope, of) =>
      inside('assignments', scope, (at, one) => listAssignments(at, one, of)),
    provisioned: (scope, account) =>
      inside('provisioned', scope, (at, one) => provisionedSets(at, one, account)),
    assign: (scope, wanted) => inside('assign', scope, (at, one) => assign(at, one, wanted)),
    unassign: (scope, wanted) => inside('unassign', scope, (at, one) => unassign(at, one, wanted)),
    changeStatus: (scope, change) =>
      inside('changeStatus', scope, (at, one) => changeStatus(at, one, change)),
    addMember: (scope, groupId, userId) =>
      inside('addMember', scope, (at, one) => addMember(at, one, { groupId, userId })),
    removeMember: (scope, groupId, userId) =>
      inside('removeMember', scope, (at, one) => removeMember(at, one, { groupId, userId })),
    armRemoval: (scope, { name, at: when, removal }) =>
      inside('armRemoval', scope, async (at, one) => {
        const plan = await planRemoval(at, one, { removal, roleArn: roleArn(scope) });
        await arm(at, tools, { name, at: when }, plan);
      }),
    disarmRemoval: (scope, name) =>
      within('disarmRemoval', scope, (at) => disarm(at, { group, name, token: newToken() })),
    removalArmedFor: (scope, name) =>
      within('removalArmedFor', scope, (at) => armedFor(at, group, name)),
    iamRoles: (scope) => within('iamRoles', scope, listIamRoles),
    roleUse: (scope, name) => within('roleUse', scope, (at) => roleUse(at, name)),
    close: () => caller.close(),
  };
}
