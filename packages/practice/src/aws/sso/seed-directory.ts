import { type AssignmentRow, assignmentKey } from '../world/identity-records.ts';
import type { World } from '../world/world.ts';
import { practiceIdentityCenter } from './place.ts';

const hour = 3600;
const year = 365 * 24 * hour * 1000;
const { managementAccount, delegatedAdministrator, instanceArn } = practiceIdentityCenter;

/** Permission sets of practice by name, with how long a session of each lives (seconds). */
const sets: Readonly<Record<string, readonly [number: number, seconds: number, about: string]>> = {
  ReadOnly: [1, 8 * hour, 'May look at everything'],
  PowerUserAccess: [2, 4 * hour, 'May do everything but change who may do what'],
  AdministratorAccess: [3, hour, 'May do everything'],
};

/** People of the directory, as in practice's configuration; the last has left. */
const people: Readonly<Record<string, readonly [number: number, displayName: string]>> = {
  'hanako.sato': [1, 'Hanako Sato'],
  'ken.watanabe': [2, 'Ken Watanabe'],
  'taro.suzuki': [3, 'Taro Suzuki'],
  'emi.tanaka': [4, 'Emi Tanaka'],
  'ichiro.kansa': [5, 'Ichiro Kansa'],
  'mika.mori': [6, 'Mika Mori'],
};

const groups: Readonly<Record<string, readonly [number: number, members: readonly string[]]>> = {
  sre: [1, ['hanako.sato', 'ken.watanabe']],
  engineers: [2, ['taro.suzuki']],
  'production-readers': [3, ['hanako.sato', 'ken.watanabe', 'ichiro.kansa']],
};

/** Ids of practice's directory by name; they never change. */
export const practiceDirectory = {
  permissionSetArn: (name: keyof typeof sets): string => {
    const number = String(sets[name]?.[0] ?? 0).padStart(4, '0');
    return `${instanceArn.replace(':instance/', ':permissionSet/')}/ps-practice0000${number}`;
  },
  userId: (userName: string): string => idOf('11111111', people[userName]?.[0]),
  groupId: (name: string): string => idOf('22222222', groups[name]?.[0]),
};

/**
 * Fills an empty directory: accounts, sets, people and groups, and two assignments that stand.
 *
 * @param members accounts of the organization by name, besides those that rule it
 */
export function seedDirectory(
  world: World,
  members: Readonly<Record<string, string>> & { readonly production: string },
  now: number,
): void {
  seedAccounts(world, members, now);
  seedPeople(world);
  // Somebody once gave it by hand and forgot: no group, no policy explains it.
  const stray: AssignmentRow = {
    account: members.production,
    permissionSetArn: practiceDirectory.permissionSetArn('AdministratorAccess'),
    principalType: 'USER',
    principalId: practiceDirectory.userId('taro.suzuki'),
  };
  const standing: AssignmentRow = {
    account: members.production,
    permissionSetArn: practiceDirectory.permissionSetArn('ReadOnly'),
    principalType: 'GROUP',
    principalId: practiceDirectory.groupId('production-readers'),
  };
  for (const row of [stray, standing]) world.directory.assignments.put(assignmentKey(row), row);
}

function seedAccounts(
  { directory }: World,
  members: Readonly<Record<string, string>>,
  now: number,
): void {
  const accounts = {
    ...members,
    ...{ management: managementAccount, security: delegatedAdministrator },
  };
  for (const [name, id] of Object.entries(accounts)) {
    const email = `aws+${name}@example.com`;
    directory.accounts.put(id, { id, name, email, status: 'ACTIVE', joinedAt: now - 3 * year });
  }
  for (const [name, [, sessionSeconds, description]] of Object.entries(sets)) {
    const arn = practiceDirectory.permissionSetArn(name);
    const createdAt = now - 2 * year;
    directory.permissionSets.put(arn, { arn, name, description, sessionSeconds, createdAt });
  }
}

function seedPeople({ directory }: World): void {
  for (const [userName, [, displayName]] of Object.entries(people)) {
    const id = practiceDirectory.userId(userName);
    const email = `${userName}@example.com`;
    const enabled = userName !== 'mika.mori';
    directory.users.put(id, { id, userName, displayName, email, enabled });
  }
  for (const [name, [, members]] of Object.entries(groups)) {
    const groupId = practiceDirectory.groupId(name);
    directory.groups.put(groupId, { id: groupId, name });
    for (const member of members) {
      const userId = practiceDirectory.userId(member);
      const id = `33333333-${groupId.slice(-4)}-4000-8000-${userId.slice(-12)}`;
      directory.memberships.put(id, { id, groupId, userId });
    }
  }
}

function idOf(prefix: string, number = 0): string {
  return `${prefix}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
