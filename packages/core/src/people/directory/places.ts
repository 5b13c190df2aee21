import { createHash } from 'node:crypto';
import type { Config, DirectoryConfig, PersonConfig } from '@sekisho/config';
import { likeness } from './likeness.ts';
import type { Snapshot, SnapshotUser } from './snapshot.ts';

/** Why somebody of the directory is nobody here. */
export interface DirectoryProblem {
  readonly kind: 'same-person' | 'maybe-same-person' | 'id-taken' | 'group-missing';
  /** User name, id or group that it is about. */
  readonly about: string;
}

/** What the directory says of the roster, whether or not it is too old to give anything. */
export interface Places {
  /** Groups of the roster by id of the person; only of active users. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** People whom the file does not name. */
  readonly added: readonly PersonConfig[];
  readonly deactivated: ReadonlySet<string>;
  readonly problems: readonly DirectoryProblem[];
}

/**
 * Finds the people of the file among the users, by e-mail and where nobody has it by user name, in any
 * letter case. Two users who could both be one person are nobody, and so are two people of one id.
 */
export function placesOf(file: Config, directory: DirectoryConfig, snapshot: Snapshot): Places {
  const found = findPeople(file, snapshot.users);
  const { added, taken, alike } = addedPeople(file, directory, snapshot.users, found);
  const active = [
    ...found,
    ...added.map(({ person, user }) => [person.id, [user]] as const),
  ].flatMap(([id, [user, ...others]]) => (user && others.length === 0 ? [{ id, user }] : []));
  const groupsOf = ({ groups }: SnapshotUser) => [
    ...new Set(groups.flatMap((name) => directory.groups.get(name) ?? [])),
  ];
  return {
    groups: new Map(
      active.filter(({ user }) => user.active).map(({ id, user }) => [id, groupsOf(user)]),
    ),
    added: added.map(({ person }) => person),
    // Whoever bears the e-mail of somebody deactivated is not trusted to be somebody else.
    deactivated: new Set(
      [...found].filter(([, users]) => users.some((user) => !user.active)).map(([id]) => id),
    ),
    problems: [
      ...[...found]
        .filter(([, users]) => users.length > 1)
        .map(([about]) => ({ kind: 'same-person' as const, about })),
      ...alike.map((about) => ({ kind: 'maybe-same-person' as const, about })),
      ...taken.map((about) => ({ kind: 'id-taken' as const, about })),
      ...snapshot.missing.map((about) => ({ kind: 'group-missing' as const, about })),
    ],
  };
}

type Found = ReadonlyMap<string, readonly SnapshotUser[]>;

/** Users by the id of the person of the file whom they are. */
function findPeople({ people }: Config, users: readonly SnapshotUser[]): Found {
  const byEmail = Map.groupBy(users, ({ email }) => email?.toLowerCase() ?? '');
  const byName = Map.groupBy(users, ({ userName }) => userName.toLowerCase());
  return new Map(
    people.flatMap(({ id, email }) => {
      if (email === null) return [];
      const wanted = email.toLowerCase();
      const are = byEmail.get(wanted) ?? byName.get(wanted) ?? [];
      return are.length === 0 ? [] : [[id, are] as const];
    }),
  );
}

interface Added {
  readonly person: PersonConfig;
  readonly user: SnapshotUser;
}

interface Adding {
  readonly added: readonly Added[];
  /** User names of those whose e-mail or id somebody else has. */
  readonly taken: readonly string[];
  /** User names of those who could be somebody of the file, who would then be two people. */
  readonly alike: readonly string[];
}

/** Active users whom the file does not name, as people, but for those of whom that is not sure. */
function addedPeople(
  { people }: Config,
  { adds }: DirectoryConfig,
  users: readonly SnapshotUser[],
  found: Found,
): Adding {
  if (!adds) return { added: [], taken: [], alike: [] };
  const known = new Set([...found.values()].flat());
  const unknown = users.filter((user) => user.active && !known.has(user));
  const isAlike = likeness(people);
  const strangers = unknown
    .filter((user) => !isAlike(user))
    .map((user) => ({ user, person: personOf(user) }));
  const emailOf = ({ user }: Added) => user.email?.toLowerCase() ?? '';
  const ids = Map.groupBy(strangers, ({ person }) => person.id);
  const emails = Map.groupBy(
    strangers.filter((each) => emailOf(each) !== ''),
    emailOf,
  );
  const isTaken = (each: Added) =>
    (ids.get(each.person.id)?.length ?? 0) > 1 ||
    (emails.get(emailOf(each))?.length ?? 0) > 1 ||
    people.some(({ id }) => id === each.person.id);
  return {
    added: strangers.filter((each) => !isTaken(each)),
    taken: strangers.filter(isTaken).map(({ user }) => user.userName),
    alike: unknown.filter(isAlike).map(({ userName }) => userName),
  };
}

/**
 * A member of the roster. The id names one user of the directory for ever: nobody who gets the user
 * name of somebody who left becomes them.
 */
function personOf({ userId, userName, email }: SnapshotUser): PersonConfig {
  const name = userName
    .replace(/@.*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const head = name.replace(/^[^a-z]+|-+$/g, '').slice(0, 28) || 'user';
  const tail = createHash('sha256').update(userId).digest('hex').slice(0, 8);
  return {
    id: `${head}-${tail}`,
    name: { en: userName, ja: userName },
    ...{ email, github: null, slack: null, oidc: null, groups: [] },
    ...{ role: 'member', language: 'en', timeZone: 'UTC', isAdded: true },
  };
}
