import type { AccessConfig, PersonConfig } from '@sekisho/config';
import { isStanding, setIn } from '../baseline.ts';
import type { AccessCloud } from '../cloud.ts';
import { scopeOfCenter } from '../find-account.ts';
import { membersOf } from '../members-of.ts';
import type { SessionEnd } from './ends.ts';

/** The access whose end is judged. */
type JudgedAccess = Pick<
  SessionEnd,
  'account' | 'permissionSet' | 'permissionSetArn' | 'userId' | 'group' | 'again'
>;

/**
 * Whether somebody has the permission set beside any lease: their sessions cannot be told from those
 * of the lease, so none may be denied. Errors: `CloudError` when AWS does not say.
 */
export async function standsBeside(
  cloud: Pick<AccessCloud, 'assignments' | 'members' | 'groups'>,
  access: AccessConfig,
  judged: JudgedAccess,
  person: PersonConfig | undefined,
): Promise<boolean> {
  const { account, permissionSet, permissionSetArn, userId, again, group } = judged;
  const found = setIn(access, account, permissionSet);
  if (found !== undefined && person !== undefined && isStanding(found.set, person)) return true;
  const scope = scopeOfCenter(access);
  for (const { principal } of await cloud.assignments(scope, { account, permissionSetArn })) {
    // What a later lease lends is no standing access.
    const lent = again && principal.id === (group ?? userId);
    if (lent) continue;
    if (principal.kind === 'user' && principal.id === userId) return true;
    if (principal.kind !== 'group') continue;
    if ((await membersOf(cloud, scope, principal.id)).includes(userId)) return true;
  }
  return false;
}
