import { page } from '../../leases/index.ts';
import {
  createSnapshotReader,
  isDirectoryStale,
  readState,
  type Snapshot,
} from '../../people/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';

type Read = Pick<Snapshot, 'users' | 'missing'>;

/** When each group was last there that gave groups of the roster and vanished, ISO 8601, by its name. */
type Vanished = Readonly<Record<string, string>>;

const vanishedKey = 'directory-vanished';

/**
 * What was read, with the members that a group had which was renamed or deleted: they keep it as long
 * as an old reading would hold, and whoever is on call is paged once. An empty group gives nothing.
 */
export async function holdVanished(tx: Tx, read: Read): Promise<Read> {
  const before = await createSnapshotReader().in(tx);
  const known = (await settingIn<Vanished>(tx, vanishedKey)) ?? {};
  const vanished = vanishedOf(read, before, known);
  if (JSON.stringify(vanished) !== JSON.stringify(known)) {
    await writeSetting(tx, vanishedKey, Object.keys(vanished).length === 0 ? null : vanished);
  }
  const held = new Set<string>();
  for (const [group, lastThere] of Object.entries(vanished)) {
    const until = heldUntil(tx, lastThere);
    if (tx.now < until) held.add(group);
    if (known[group] !== undefined) continue;
    const facts = { group, until: until.toISOString() };
    page(tx, 'directory-group-gone', facts, `directory-group-gone:${group}:${lastThere}`);
  }
  return { ...read, users: read.users.map((user) => withHeld(user, held, before)) };
}

function vanishedOf({ missing }: Read, before: Snapshot | null, known: Vanished): Vanished {
  if (before === null) return {};
  const lastThere = before.readAt.toISOString();
  const gave = (name: string) => before.users.some(({ groups }) => groups.includes(name));
  return Object.fromEntries(
    missing
      .filter((name) => known[name] !== undefined || gave(name))
      .map((name) => [name, known[name] ?? lastThere]),
  );
}

function heldUntil({ config: { directory }, now }: Tx, lastThere: string): Date {
  return directory === null ? now : addSeconds(new Date(lastThere), directory.staleSeconds);
}

function withHeld(
  user: Snapshot['users'][number],
  held: ReadonlySet<string>,
  before: Snapshot | null,
) {
  const was = before?.users.find(({ userId }) => userId === user.userId)?.groups ?? [];
  const kept = was.filter((name) => held.has(name));
  return kept.length === 0 ? user : { ...user, groups: [...user.groups, ...kept].sort() };
}

/**
 * Whether the roster has everything that the directory gives: not while it is too old or was never
 * read, nor while a group that gave something is gone. Until then a lack proves nothing.
 */
export async function isDirectorySure(tx: Tx): Promise<boolean> {
  const { directory } = tx.config;
  if (directory === null) return true;
  const state = await readState(tx);
  if (state === null || isDirectoryStale(tx.config, state, tx.now)) return false;
  const vanished = (await settingIn<Vanished>(tx, vanishedKey)) ?? {};
  return !Object.keys(vanished).some((name) => directory.groups.has(name));
}
