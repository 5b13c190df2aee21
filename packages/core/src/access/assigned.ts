import type { AccessAccount, AccessConfig } from '@sekisho/config';
import type {
  AccessCloud,
  Assignment,
  DirectoryGroup,
  DirectoryUser,
  PermissionSet,
} from './cloud.ts';
import { scopeOfCenter } from './find-account.ts';

/** Who has what in AWS at one moment. */
export interface Assigned {
  readonly sets: readonly PermissionSet[];
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly DirectoryGroup[];
  readonly assignments: readonly Assignment[];
  /** Ids of accounts that did not answer: nothing is known of them. */
  readonly unanswered: readonly string[];
}

/**
 * Asks for every assignment in some accounts, account after account.
 * Errors: `CloudError` when the directory itself does not answer.
 */
export async function readAssigned(
  cloud: AccessCloud,
  access: AccessConfig,
  accounts: readonly AccessAccount[],
): Promise<Assigned> {
  const scope = scopeOfCenter(access);
  const [sets, users, groups] = await Promise.all([
    cloud.permissionSets(scope),
    cloud.users(scope),
    cloud.groups(scope, 'patient'),
  ]);
  const assignments: Assignment[] = [];
  const unanswered: string[] = [];
  for (const { id } of accounts) {
    try {
      const inAccount: Assignment[] = [];
      for (const permissionSetArn of await cloud.provisioned(scope, id)) {
        inAccount.push(...(await cloud.assignments(scope, { account: id, permissionSetArn })));
      }
      assignments.push(...inAccount);
    } catch {
      unanswered.push(id);
    }
  }
  return { sets, users, groups, assignments, unanswered };
}
