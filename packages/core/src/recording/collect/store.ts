import type { CommandSource, RecordingState } from '@sekisho/contract';
import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { ForwardedTo, RecordingTables, SessionRow } from '../store.ts';

/** When an environment was asked last, and when its oldest session that is still open began. */
export async function readLook(
  tx: Tx,
  environment: string,
): Promise<{ lookedAt: Date | null; oldestOpen: Date | null }> {
  const look = await sqlOf<RecordingTables>(tx)
    .selectFrom('session_looks')
    .select('looked_at')
    .where('environment', '=', environment)
    .executeTakeFirst();
  const open = await sqlOf<RecordingTables>(tx)
    .selectFrom('recorded_sessions')
    .select((select) => select.fn.min('started_at').as('oldest'))
    .where('environment', '=', environment)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return { lookedAt: look?.looked_at ?? null, oldestOpen: open?.oldest ?? null };
}

interface Look {
  /** From then on sessions are asked for at the next look. */
  readonly looked: Date;
  /** When later sessions are still to be listed, the moment up to which they are. */
  readonly behind: Date | null;
}

/** Keeps how far an environment's sessions were listed. */
export async function writeLooked(
  tx: Tx,
  environment: string,
  { looked, behind }: Look,
): Promise<void> {
  const detail = behind === null ? null : 'ManySessions: they are listed step by step';
  const done = { looked_at: looked, failing_since: behind, detail };
  await sqlOf<RecordingTables>(tx)
    .insertInto('session_looks')
    .values({ environment, ...done })
    .onConflict((conflict) => conflict.column('environment').doUpdateSet(done))
    .execute();
}

/** Keeps since when an environment fails, and what AWS says now. */
export async function writeFailing(tx: Tx, environment: string, detail: string): Promise<void> {
  await sqlOf<RecordingTables>(tx)
    .insertInto('session_looks')
    .values({ environment, looked_at: null, failing_since: tx.now, detail })
    .onConflict((conflict) =>
      conflict.column('environment').doUpdateSet({
        detail,
        failing_since: sql`coalesce(session_looks.failing_since, ${tx.now})`,
      }),
    )
    .execute();
}

/** Forgets what failed in environments that are configured no more. */
export async function forgetLooksExcept(tx: Tx, environments: readonly string[]): Promise<void> {
  let query = sqlOf<RecordingTables>(tx).deleteFrom('session_looks');
  if (environments.length > 0) query = query.where('environment', 'not in', [...environments]);
  await query.execute();
}

export type NewSession = Omit<
  SessionRow,
  'commands' | 'commands_from' | 'index_is_whole' | 'looks'
>;

/** What the end of a session changes. */
export type SessionEnd = Pick<SessionRow, 'ended_at' | 'recording' | 'next_look_at'>;

/** Sessions of an environment whose end is not known yet. */
export async function openSessionIds(tx: Tx, environment: string): Promise<ReadonlySet<string>> {
  const rows = await sqlOf<RecordingTables>(tx)
    .selectFrom('recorded_sessions')
    .select('id')
    .where('environment', '=', environment)
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Stores a session that is seen for the first time. */
export async function saveSession(tx: Tx, row: NewSession): Promise<void> {
  await sqlOf<RecordingTables>(tx)
    .insertInto('recorded_sessions')
    .values({
      ...row,
      forwarded_to: JSON.stringify(row.forwarded_to),
      ...{ commands: 0, commands_from: 'none', index_is_whole: true, looks: 0 },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Writes the end of a session that was open; nothing where it is open still. */
export async function endSession(tx: Tx, id: string, end: SessionEnd): Promise<void> {
  if (end.ended_at === null) return;
  await sqlOf<RecordingTables>(tx)
    .updateTable('recorded_sessions')
    .set({ ...end })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/**
 * Ends sessions that AWS tells nothing of any more, since it lists none that began before then. Their
 * recordings may lie where they are looked for.
 */
export async function endForgotten(tx: Tx, before: Date): Promise<void> {
  const forgotten = () =>
    sqlOf<RecordingTables>(tx)
      .updateTable('recorded_sessions')
      .where('ended_at', 'is', null)
      .where('started_at', '<', before);
  const end = { ended_at: tx.now, next_look_at: tx.now };
  await forgotten()
    .where('recording', '=', 'open')
    .set({ ...end, recording: 'waiting' })
    .execute();
  await forgotten().set(end).execute();
}

/** Sessions whose recording is due to be looked for, the longest due first. */
export async function dueSessions(tx: Tx, limit: number): Promise<SessionRow[]> {
  return sqlOf<RecordingTables>(tx)
    .selectFrom('recorded_sessions')
    .selectAll()
    .where('next_look_at', '<=', tx.now)
    .orderBy('next_look_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export interface Indexed {
  readonly recording: RecordingState;
  readonly commandsFrom: CommandSource;
  readonly isWhole: boolean;
  readonly forwardedTo: readonly ForwardedTo[];
  readonly commands: readonly { readonly at: Date | null; readonly text: string }[];
}

/** Replaces what is known of a session's commands, and says when it is looked at next. */
export async function saveIndex(
  tx: Tx,
  { id, looks }: SessionRow,
  indexed: Indexed,
  nextLookAt: Date | null,
): Promise<void> {
  const table = sqlOf<RecordingTables>(tx);
  await table.deleteFrom('recorded_commands').where('session', '=', id).execute();
  const rows = indexed.commands.map((command, index) => ({
    session: id,
    number: index + 1,
    ...command,
  }));
  for (let first = 0; first < rows.length; first += insertedAtOnce)
    await table
      .insertInto('recorded_commands')
      .values(rows.slice(first, first + insertedAtOnce))
      .execute();
  await table
    .updateTable('recorded_sessions')
    .set({
      recording: indexed.recording,
      commands_from: indexed.commandsFrom,
      commands: rows.length,
      index_is_whole: indexed.isWhole,
      forwarded_to: JSON.stringify(indexed.forwardedTo),
      looks: looks + 1,
      next_look_at: nextLookAt,
    })
    .where('id', '=', id)
    .execute();
}

/** PostgreSQL takes 65,535 parameters at once. */
const insertedAtOnce = 1000;

/** Looks again later, without having learned anything; what is given up and was awaited is missing. */
export async function putOff(
  tx: Tx,
  { id, looks, recording }: SessionRow,
  until: Date | null,
): Promise<void> {
  const given =
    until === null && recording === 'waiting' ? ({ recording: 'missing' } as const) : {};
  await sqlOf<RecordingTables>(tx)
    .updateTable('recorded_sessions')
    .set({ looks: looks + 1, next_look_at: until, ...given })
    .where('id', '=', id)
    .execute();
}
