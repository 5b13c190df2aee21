import type { AccessConfig } from '@sekisho/config';
import type { Frozen } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { AccessCloud, DirectoryUser, PermissionSet } from './cloud.ts';
import type { Wish } from './consider.ts';
import { scopeOfCenter } from './find-account.ts';
import type { LentAccess } from './frozen.ts';

/**
 * Resolves what Identity Center knows of wishes for one permission set: the set itself, the person's
 * user, that each account exists and is active (calls about others fail without a word), and groups.
 * Errors: `not-in-directory`, `account-not-active`, `unknown-permission-set`, `group-not-found`, `CloudError`.
 */
export async function freezeAll(
  cloud: AccessCloud,
  access: AccessConfig,
  wishes: readonly Wish[],
): Promise<Frozen[]> {
  const scope = scopeOfCenter(access);
  const [first] = wishes;
  if (first === undefined) return [];
  const { person, set } = first;
  const { email } = person;
  const [user, sets, accounts, groups] = await Promise.all([
    email === null ? null : cloud.findUser(scope, email),
    cloud.permissionSets(scope),
    cloud.accounts(scope),
    wishes.some((wish) => wish.set.viaGroup !== null) ? cloud.groups(scope) : [],
  ]);
  if (user === null || !user.active) throw new AppError('not-in-directory', { who: person.id });
  const found = sets.find(({ name }) => name === set.name);
  return wishes.map((wish) => {
    const { id, name } = wish.account;
    if (found === undefined) throw unknownSet(wish, sets);
    const active = accounts.some((each) => each.id === id && each.active);
    if (!active) throw new AppError('account-not-active', { account: name, id });
    return frozenOf(access, wish, { user, found, group: groupOf(wish, groups) });
  });
}

function unknownSet({ account, set }: Wish, sets: readonly PermissionSet[]): AppError {
  const known = sets.map(({ name }) => name);
  return new AppError('unknown-permission-set', { value: set.name, account: account.name, known });
}

function groupOf(
  { set }: Wish,
  groups: readonly { readonly groupId: string; readonly name: string }[],
): LentAccess['group'] {
  if (set.viaGroup === null) return null;
  const group = groups.find(({ name }) => name === set.viaGroup);
  if (group === undefined) throw new AppError('group-not-found', { value: set.viaGroup });
  return { id: group.groupId, name: group.name };
}

interface Resolved {
  readonly user: DirectoryUser;
  readonly found: PermissionSet;
  readonly group: LentAccess['group'];
}

function frozenOf(
  access: AccessConfig,
  { account }: Wish,
  { user, found, group }: Resolved,
): Frozen {
  const kind: LentAccess = {
    accountName: account.name,
    permissionSet: found.name,
    permissionSetArn: found.arn,
    sessionSeconds: found.sessionSeconds,
    ...{ userId: user.userId, userName: user.userName, group },
    ...{ centerAccount: access.account, startUrl: access.startUrl },
  };
  const { region, roleArn, externalId } = access;
  return {
    version: 1,
    ...{ account: account.id, region, roleArn, externalId, costPerHour: null },
    title: found.name,
    kind,
  };
}
