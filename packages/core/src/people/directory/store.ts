import type { ColumnType, Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Snapshot, SnapshotUser } from './snapshot.ts';

type Json<T> = ColumnType<T, string, string>;

interface Tables {
  directory: {
    one: boolean;
    revision: number;
    /** 1970 before it was ever read. */
    read_at: Date;
    tried_at: Date;
    /** Why the last try read nothing, by AWS's code; null when it did. */
    problem: string | null;
    users: Json<readonly SnapshotUser[]>;
    missing: Json<readonly string[]>;
  };
}

/** When the directory was read and tried last. */
export interface DirectoryState {
  readonly revision: number;
  readonly readAt: Date;
  readonly triedAt: Date;
  readonly problem: string | null;
}

/** Null before the first try. */
export async function readState(tx: Tx): Promise<DirectoryState | null> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('directory')
    .select(['revision', 'read_at', 'tried_at', 'problem'])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { revision, problem } = row;
  return { revision, problem, readAt: row.read_at, triedAt: row.tried_at };
}

/** Remembers what this process has read: users are asked for again only when they changed. */
export interface SnapshotReader {
  readonly in: (tx: Tx) => Promise<Snapshot | null>;
  readonly committed: (database: Database) => Promise<Snapshot | null>;
}

/** @see SnapshotReader */
export function createSnapshotReader(): SnapshotReader {
  let last: { readonly revision: number; readonly snapshot: Snapshot } | null = null;
  const read = async (sql: Kysely<Tables>): Promise<Snapshot | null> => {
    const head = await sql
      .selectFrom('directory')
      .select(['revision', 'read_at'])
      .executeTakeFirst();
    if (head === undefined || head.read_at.getTime() === 0) return null;
    const { revision, read_at: readAt } = head;
    if (last?.revision === revision) {
      if (last.snapshot.readAt.getTime() === readAt.getTime()) return last.snapshot;
      const snapshot = { ...last.snapshot, readAt };
      last = { revision, snapshot };
      return snapshot;
    }
    const row = await sql
      .selectFrom('directory')
      .select(['revision', 'read_at', 'users', 'missing'])
      .executeTakeFirstOrThrow();
    const snapshot = { readAt: row.read_at, users: row.users, missing: row.missing };
    last = { revision: row.revision, snapshot };
    return snapshot;
  };
  return {
    in: (tx) => read(sqlOf<Tables>(tx)),
    committed: ({ kysely }) => read(kysely as unknown as Kysely<Tables>),
  };
}

/** Writes down what was read; `users` only when they changed. */
export async function writeSnapshot(
  tx: Tx,
  { users, missing }: Pick<Snapshot, 'users' | 'missing'>,
): Promise<void> {
  const state = await readState(tx);
  const row = {
    revision: (state?.revision ?? 0) + 1,
    ...{ read_at: tx.now, tried_at: tx.now, problem: null },
    ...{ users: JSON.stringify(users), missing: JSON.stringify(missing) },
  };
  await sqlOf<Tables>(tx)
    .insertInto('directory')
    .values({ one: true, ...row })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute();
}

/** Notes that the directory is as it was, or why it could not be read. */
export async function noteTry(tx: Tx, problem: string | null): Promise<void> {
  const row = {
    ...{ tried_at: tx.now, problem },
    ...(problem === null ? { read_at: tx.now } : {}),
  };
  await sqlOf<Tables>(tx)
    .insertInto('directory')
    .values({ one: true, revision: 0, read_at: new Date(0), users: '[]', missing: '[]', ...row })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
    .execute();
}
