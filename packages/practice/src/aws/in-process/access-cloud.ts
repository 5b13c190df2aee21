import { type AccessCloud, CloudError, type DirectoryUser } from '@sekisho/core/cloud';
import { practiceIdentityCenter } from '../sso/place.ts';
import type { Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { assignmentVerbs } from './assignment-verbs.ts';
import { everyPage } from './every-page.ts';
import { membershipVerbs } from './membership-verbs.ts';
import { removalVerbs } from './removal-verbs.ts';
import { roleUseVerbs } from './role-use-verbs.ts';
import { type Send, sendTo } from './send.ts';

export interface InProcessAccessOptions {
  /** The world, shared with other shells: `createInProcessCloud(…).world`, say. */
  readonly world: World;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly rng: Rng;
}

/**
 * The port `AccessCloud` directly over `step`: no network, no waiting. Its scope must be of an account that
 * may change Identity Center: `practiceIdentityCenter.managementAccount`, in its region.
 */
export function createInProcessAccess({ world, now, rng }: InProcessAccessOptions): AccessCloud {
  const send = sendTo(world, now, rng);
  return {
    ...directoryVerbs(send),
    ...assignmentVerbs(send),
    ...membershipVerbs(send),
    ...removalVerbs(send, now),
    ...roleUseVerbs(send),
  };
}

const { instanceArn: InstanceArn, identityStoreId: IdentityStoreId } = practiceIdentityCenter;

function directoryVerbs(
  send: Send,
): Pick<AccessCloud, 'permissionSets' | 'accounts' | 'users' | 'findUser' | 'groups'> {
  const users: AccessCloud['users'] = async (scope) =>
    everyPage((token) => {
      const page = send(scope, 'ListUsers', { IdentityStoreId, ...token });
      return { items: page.Users.map(toUser), next: page.NextToken };
    });
  return {
    users,
    permissionSets: async (scope) => {
      const arns = everyPage((token) => {
        const page = send(scope, 'ListPermissionSets', { InstanceArn, ...token });
        return { items: page.PermissionSets, next: page.NextToken };
      });
      return arns.map((PermissionSetArn) => {
        const described = send(scope, 'DescribePermissionSet', { InstanceArn, PermissionSetArn });
        const { Name, SessionDuration } = described.PermissionSet;
        return { arn: PermissionSetArn, name: Name, sessionSeconds: secondsOf(SessionDuration) };
      });
    },
    accounts: async (scope) => {
      const { MasterAccountId } = send(scope, 'DescribeOrganization', {}).Organization;
      const all = everyPage((token) => {
        const page = send(scope, 'ListAccounts', token);
        return { items: page.Accounts, next: page.NextToken };
      });
      return all
        .filter(({ Status }) => Status === 'ACTIVE')
        .map(({ Id, Name, Email }) => {
          const management = Id === MasterAccountId;
          return { id: Id, name: Name, email: Email, active: true, management };
        });
    },
    findUser: async (scope, email) => only(await users(scope), email),
    groups: async (scope) =>
      everyPage((token) => {
        const page = send(scope, 'ListGroups', { IdentityStoreId, ...token });
        const items = page.Groups.map(({ GroupId, DisplayName }) => ({
          groupId: GroupId,
          name: DisplayName,
        }));
        return { items, next: page.NextToken };
      }),
  };
}

function toUser(user: {
  readonly UserId: string;
  readonly UserName: string;
  readonly UserStatus: string;
  readonly Emails: readonly { readonly Value: string }[];
}): DirectoryUser {
  return {
    userId: user.UserId,
    userName: user.UserName,
    email: user.Emails[0]?.Value ?? null,
    active: user.UserStatus === 'ENABLED',
  };
}

/** An e-mail is believed before a user name; two who bear the same are nobody. */
function only(users: readonly DirectoryUser[], email: string): DirectoryUser | null {
  const wanted = email.toLowerCase();
  const byEmail = users.filter((user) => user.email?.toLowerCase() === wanted);
  const found =
    byEmail.length > 0 ? byEmail : users.filter((user) => user.userName.toLowerCase() === wanted);
  if (found.length < 2) return found[0] ?? null;
  throw new CloudError('invalid', 'AmbiguousUser', `${found.length} users are called ${email}`);
}

/** Reads what practice writes: `PT1H30M`. */
function secondsOf(duration: string): number {
  const [, hours = '0', minutes = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60;
}
