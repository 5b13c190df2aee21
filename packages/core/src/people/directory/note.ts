import { isDeepStrictEqual } from 'node:util';
import { movesRoster, type Tx } from '../../platform/context.ts';
import { dropStrangers } from '../sessions/drop-strangers.ts';
import { fileOf, withDirectory } from './apply.ts';
import { type Places, placesOf } from './places.ts';
import type { Snapshot } from './snapshot.ts';
import { createSnapshotReader, noteTry, writeSnapshot } from './store.ts';

const nowhere: Places = {
  groups: new Map(),
  added: [],
  deactivated: new Set(),
  problems: [],
};

/**
 * Writes down the directory as it was read, and an entry for everybody whom it moved: who came into
 * or left which group of the roster, who came, went, was deactivated, and what nobody could be made of.
 */
export async function noteDirectory(
  tx: Tx,
  read: Pick<Snapshot, 'users' | 'missing'>,
): Promise<void> {
  const { directory } = tx.config;
  const file = fileOf(tx.config);
  if (directory === null) return;
  const before = await createSnapshotReader().in(tx);
  const after = { ...read, readAt: tx.now };
  if (before !== null && isDeepStrictEqual(before.users, after.users)) {
    if (isDeepStrictEqual(before.missing, after.missing)) return noteTry(tx, null);
  }
  await writeSnapshot(tx, read);
  movesRoster(tx);
  const had = before === null ? nowhere : placesOf(file, directory, before);
  const has = placesOf(file, directory, after);
  recordMoves(tx, had, has);
  recordProblems(tx, had, has);
  // Sessions of those who went end now, not when the file changes next.
  await dropStrangers(tx, withDirectory(file, after, tx.now));
}

function recordMoves(tx: Tx, had: Places, has: Places): void {
  const people = new Set([...had.groups.keys(), ...has.groups.keys()]);
  for (const person of [...people].sort()) {
    const before = had.groups.get(person) ?? [];
    const now = has.groups.get(person) ?? [];
    const joined = now.filter((group) => !before.includes(group));
    const left = before.filter((group) => !now.includes(group));
    if (joined.length > 0) record(tx, 'directory.joined', person, { groups: joined.join(' ') });
    if (left.length > 0) record(tx, 'directory.left', person, { groups: left.join(' ') });
  }
  const ids = ({ added }: Places) => added.map(({ id }) => id);
  for (const person of without(ids(has), ids(had))) record(tx, 'directory.added', person);
  for (const person of without(ids(had), ids(has))) record(tx, 'directory.gone', person);
  for (const person of without([...has.deactivated], [...had.deactivated]))
    record(tx, 'directory.deactivated', person);
  for (const person of without([...had.deactivated], [...has.deactivated]))
    record(tx, 'directory.activated', person);
}

function recordProblems(tx: Tx, had: Places, has: Places): void {
  const known = new Set(had.problems.map(({ kind, about }) => `${kind} ${about}`));
  for (const { kind, about } of has.problems) {
    if (!known.has(`${kind} ${about}`)) record(tx, 'directory.problem', about, { kind });
  }
}

function record(tx: Tx, action: string, subject: string, data = {}): void {
  tx.record({ action, subject, data: { person: subject, ...data } });
}

function without(all: readonly string[], those: readonly string[]): string[] {
  return all.filter((each) => !those.includes(each)).sort();
}
