import type { AccessConfig, DirectoryConfig } from '@sekisho/config';
import { page } from '../../leases/index.ts';
import {
  type DirectoryState,
  isDirectoryStale,
  noteDirectory,
  noteTry,
  readState,
  type Snapshot,
} from '../../people/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { House, Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { AccessCloud } from '../cloud.ts';
import { scopeOfCenter } from '../find-account.ts';
import { memberKey } from '../target.ts';
import { lentMembers } from './lent-members.ts';
import { holdVanished } from './vanished.ts';

/**
 * Reads people and groups of Identity Center where that is due, and writes down whom it moved. Errors:
 * `CloudError` when the directory does not answer; what was read before holds until it is too old.
 */
export async function readDirectory(house: House, cloud: AccessCloud): Promise<void> {
  const { access, directory } = house.config();
  if (access === null || directory === null) return;
  const state = await transactAsSystem(house, readState);
  if (state !== null && house.clock.now() < dueAt(directory, state)) return;
  try {
    const read = await ask(cloud, access, directory, () => lentMembers(house));
    await transactAsSystem(house, async (tx) => noteDirectory(tx, await holdVanished(tx, read)));
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    await transactAsSystem(house, async (tx) => {
      await noteTry(tx, error.vendorCode);
      await tellStale(tx);
    });
    throw error;
  }
}

/** A directory that did not answer is asked again sooner. */
function dueAt({ everySeconds }: DirectoryConfig, { problem, triedAt }: DirectoryState): Date {
  return addSeconds(triedAt, problem === null ? everySeconds : Math.min(everySeconds, 300));
}

async function ask(
  cloud: AccessCloud,
  access: AccessConfig,
  directory: DirectoryConfig,
  lent: () => Promise<ReadonlySet<string>>,
): Promise<Pick<Snapshot, 'users' | 'missing'>> {
  const scope = scopeOfCenter(access);
  const users = await cloud.users(scope);
  // Nobody at all is no answer to take everybody's groups away for.
  if (users.length === 0) throw new CloudError('unknown-outcome', 'EmptyDirectory', 'no users');
  const groups = await cloud.groups(scope, 'patient');
  const wanted = groups.filter(({ name }) => directory.groups.has(name));
  // Asked before and after: who is put in or taken out meanwhile is lent it, too.
  const before = await lent();
  const members: { readonly userId: string; readonly key: string; readonly name: string }[] = [];
  for (const { groupId, name } of wanted) {
    for (const userId of await cloud.members(scope, groupId, 'patient'))
      members.push({ userId, name, key: memberKey(groupId, userId) });
  }
  const after = await lent();
  const own = members.filter(({ key }) => !before.has(key) && !after.has(key));
  const groupsOf = Map.groupBy(own, ({ userId }) => userId);
  const names = new Set(wanted.map(({ name }) => name));
  return {
    users: users
      .map((user) => ({
        ...user,
        groups: (groupsOf.get(user.userId) ?? []).map(({ name }) => name).sort(),
      }))
      .sort((a, b) => (a.userId < b.userId ? -1 : 1)),
    missing: [...directory.groups.keys()].filter((name) => !names.has(name)).sort(),
  };
}

const staleKey = 'directory-stale';

/** Says once, and pages whoever is on call, that what was read gives nothing any more. */
async function tellStale(tx: Tx): Promise<void> {
  const state = await readState(tx);
  if (state === null || state.readAt.getTime() === 0) return;
  const readAt = state.readAt.toISOString();
  if (!isDirectoryStale(tx.config, state, tx.now)) return;
  if ((await settingIn<string>(tx, staleKey)) === readAt) return;
  await writeSetting(tx, staleKey, readAt);
  tx.record({ action: 'directory.stale', data: { readAt, problem: state.problem } });
  const facts = { readAt, because: state.problem ?? '' };
  page(tx, 'directory-stale', facts, `directory-stale:${readAt}`);
}
