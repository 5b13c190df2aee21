import type { AccessCloud } from '@sekisho/core/cloud';
import type { AwsAccessCloudOptions } from './access-cloud-options.ts';

/**
 * The port `AccessCloud` on AWS. @see AccessCloud for what each method promises. As the port of ops servers
 * does, it loads the SDK by its first call.
 */
export function createAwsAccessCloud(
  options: AwsAccessCloudOptions,
): AccessCloud & { close(): void } {
  let loading: Promise<AccessCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./sdk-access.ts').then(({ createSdkAccess }) => createSdkAccess(options));
    return loading;
  };
  return {
    permissionSets: async (scope) => (await load()).permissionSets(scope),
    accounts: async (scope) => (await load()).accounts(scope),
    users: async (scope) => (await load()).users(scope),
    findUser: async (scope, email) => (await load()).findUser(scope, email),
    groups: async (scope, patience) => (await load()).groups(scope, patience),
    members: async (scope, groupId, patience) => (await load()).members(scope, groupId, patience),
    assignments: async (scope, of) => (await load()).assignments(scope, of),
    provisioned: async (scope, account) => (await load()).provisioned(scope, account),
    assign: async (scope, assignment) => (await load()).assign(scope, assignment),
    unassign: async (scope, assignment) => (await load()).unassign(scope, assignment),
    changeStatus: async (scope, change) => (await load()).changeStatus(scope, change),
    addMember: async (scope, group, user) => (await load()).addMember(scope, group, user),
    removeMember: async (scope, group, user) => (await load()).removeMember(scope, group, user),
    armRemoval: async (scope, order) => (await load()).armRemoval(scope, order),
    disarmRemoval: async (scope, name) => (await load()).disarmRemoval(scope, name),
    removalArmedFor: async (scope, name) => (await load()).removalArmedFor(scope, name),
    iamRoles: async (scope) => (await load()).iamRoles(scope),
    roleUse: async (scope, name) => (await load()).roleUse(scope, name),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
