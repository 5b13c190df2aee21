import { CloudError } from '../platform/cloud-error.ts';
import type { CloudScope } from '../platform/cloud-scope.ts';
import type { AccessCloud } from './cloud.ts';

/**
 * Ids of the users in a group; nobody where the group is gone. That a group was not found is believed
 * only when the directory answers and does not list it: else whoever is in it would be called gone.
 * Errors: `CloudError` when AWS does not say.
 */
export async function membersOf(
  cloud: Pick<AccessCloud, 'members' | 'groups'>,
  scope: CloudScope,
  groupId: string,
): Promise<readonly string[]> {
  try {
    return await cloud.members(scope, groupId);
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
    const groups = await cloud.groups(scope);
    if (groups.some((group) => group.groupId === groupId)) throw error;
    return [];
  }
}
