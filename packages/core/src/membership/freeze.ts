import type { Config } from '@sekisho/config';
import {
  type AccessPorts,
  freezeAll,
  needAccess,
  needAccessCloud,
  needAccount,
  needSet,
} from '../access/index.ts';
import type { Frozen } from '../leases/index.ts';
import type { Wish } from './consider.ts';
import type { FrozenMembership } from './frozen.ts';

/** A permission set of a membership, resolved. */
export interface FrozenSet {
  /** What its lease calls the account: its environment where it has one. */
  readonly place: string;
  readonly production: boolean;
  readonly frozen: Frozen;
}

/**
 * Resolves every permission set of a membership in Identity Center, asking once for each set.
 * Errors: `access-not-set-up`, `unknown-account`, those of `freezeAll`.
 */
export async function freezeSets(
  ports: AccessPorts,
  config: Config,
  { person, team, seconds }: Wish,
): Promise<FrozenSet[]> {
  if (team.permissionSets.length === 0) return [];
  const access = needAccess(config);
  const cloud = needAccessCloud(ports);
  const found: FrozenSet[] = [];
  for (const some of Map.groupBy(team.permissionSets, ({ set }) => set).values()) {
    const wishes = some.map(({ account: name, set: setName }) => {
      const account = needAccount(access, name);
      const set = needSet(account, setName);
      return { person, account, set, seconds, breakGlass: false };
    });
    const all = await freezeAll(cloud, access, wishes);
    for (const [index, { account }] of wishes.entries()) {
      const { environment, name, production } = account;
      found.push({ place: environment ?? name, production, frozen: all[index] as Frozen });
    }
  }
  return found;
}

/**
 * All that is granted with a membership, in one piece: its approval binds every part.
 * @param slack who they are in Slack; null where nobody knows: then no user group is granted
 */
export function freezeMembership(
  { team }: Pick<Wish, 'team'>,
  sets: readonly FrozenSet[],
  slack: FrozenMembership['slack'],
): Frozen {
  const kind: FrozenMembership = {
    ...{ team: team.team, name: team.name, group: team.group, role: team.role },
    permissionSets: sets.map(({ frozen }) => ({ account: frozen.account, ...frozen.kind })),
    slackUserGroups: slack === null ? [] : [...team.slackUserGroups],
    unlinkedUserGroups: slack === null ? [...team.slackUserGroups] : [],
    ...{ slack, shadowsOnCall: team.shadowsOnCall },
    checklist: team.checklist.map((item) => ({ ...item })),
  };
  return {
    version: 1,
    ...{ account: '', region: '', roleArn: null, externalId: null, costPerHour: null },
    ...{ title: team.team, kind },
  };
}
