import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { accessOf } from '../sso/access.ts';
import { accountId } from '../sso/input.ts';
import { issue } from '../sts/issue.ts';
import type { DirectoryUserRow } from '../world/identity-records.ts';
import { Refusal } from '../world/refusal.ts';
import { reservedRole } from './reserved-role.ts';

const accessToken = z.string().min(1);

/** The portal's `ListAccounts`: those in which the person may use something now. */
export const listPortalAccounts = operation({
  service: 'awsssoportal',
  input: z.object({ accessToken }),
  run: (moment, asked) => {
    const { world } = moment;
    const accounts = accessOf(world, personOf(moment, asked.accessToken).id).map(
      ({ account }) => account,
    );
    const accountList = [...new Set(accounts)].sort().map((id) => {
      const known = world.directory.accounts.get(id);
      return { accountId: id, accountName: known?.name, emailAddress: known?.email };
    });
    return { accountList };
  },
});

/** The portal's `ListAccountRoles`: the permission sets that the person may use in an account now. */
export const listAccountRoles = operation({
  service: 'awsssoportal',
  input: z.object({ accessToken, accountId }),
  run: (moment, asked) => {
    const usable = accessOf(moment.world, personOf(moment, asked.accessToken).id);
    const here = usable.filter(({ account }) => account === asked.accountId);
    const names = [...new Set(here.map(({ permissionSet }) => permissionSet))].sort();
    return { roleList: names.map((roleName) => ({ roleName, accountId: asked.accountId })) };
  },
});

/**
 * The portal's `GetRoleCredentials`, while the assignment is there. What it hands out lives as long as the permission
 * set says, although the assignment ends before. Errors: `ForbiddenException`, `UnauthorizedException`.
 */
export const getRoleCredentials = operation({
  service: 'awsssoportal',
  input: z.object({ accessToken, accountId, roleName: z.string().min(1) }),
  run: (moment, asked) => {
    const person = personOf(moment, asked.accessToken);
    const allowed = accessOf(moment.world, person.id).some(
      (each) => each.account === asked.accountId && each.permissionSet === asked.roleName,
    );
    if (!allowed) throw new Refusal('ForbiddenException', 'No access', 403);
    const role = reservedRole(moment, asked.accountId, asked.roleName);
    const { Credentials } = issue(moment, role, {
      ...{ name: person.userName, seconds: role.maximumSessionSeconds, directoryUser: person.id },
      ...{ tags: {}, transitiveTags: [], sourceIdentity: null, policy: null },
    });
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials;
    return {
      roleCredentials: {
        ...{ accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey },
        ...{ sessionToken: SessionToken, expiration: Expiration.getTime() },
      },
    };
  },
});

/** The portal's `Logout`. */
export const logout = operation({
  service: 'awsssoportal',
  input: z.object({ accessToken }),
  run: (moment, asked) => {
    personOf(moment, asked.accessToken);
    moment.world.portalTokens.drop(asked.accessToken);
    return {};
  },
});

function personOf({ world, now }: Moment, token: string): DirectoryUserRow {
  const row = world.portalTokens.get(token);
  const user = row === undefined ? undefined : world.directory.users.get(row.userId);
  if (row !== undefined && row.expiresAt > now && user?.enabled === true) return user;
  throw new Refusal('UnauthorizedException', 'Session token not found or invalid', 401);
}
