import type { CommandSource, RecordingState } from '@sekisho/contract';
import type { ColumnType } from 'kysely';
import { AppError } from '../platform/app-error.ts';
import { sqlOf, type Tx } from '../platform/context.ts';

export interface ForwardedTo {
  readonly host: string;
  readonly port: number;
  readonly by: 'reason' | 'audit';
}

/** A session on an ops server. */
export interface SessionRow {
  id: string;
  lease: string;
  environment: string;
  account: string;
  region: string;
  instance_id: string;
  owner: string;
  person: string | null;
  started_at: Date;
  ended_at: Date | null;
  document: string | null;
  reason: string | null;
  recording: RecordingState;
  commands_from: CommandSource;
  commands: number;
  index_is_whole: boolean;
  forwarded_to: readonly ForwardedTo[];
  /** How often its recording was looked for in vain. */
  looks: number;
  /** When its recording is looked for next; null once it is settled. */
  next_look_at: Date | null;
}

export interface CommandRow {
  session: string;
  number: number;
  at: Date | null;
  text: string;
}

export type RecordingTables = {
  recorded_sessions: Omit<SessionRow, 'forwarded_to'> & {
    forwarded_to: ColumnType<readonly ForwardedTo[], string, string>;
  };
  recorded_commands: CommandRow;
  recording_reads: { reader: string; session: string; verb: string; at: Date };
  session_looks: {
    environment: string;
    looked_at: Date | null;
    failing_since: Date | null;
    detail: string | null;
  };
};

export interface SessionFilter {
  readonly lease?: string | undefined;
  readonly person?: string | undefined;
  readonly environment?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Reads a session. Errors: `recorded-session-not-found`. */
export async function needSession(tx: Tx, id: string): Promise<SessionRow> {
  const row = await sqlOf<RecordingTables>(tx)
    .selectFrom('recorded_sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('recorded-session-not-found', { id });
  return row;
}

/** Sessions that fit, the newest first. Errors: `recorded-session-not-found` for `before`. */
export async function listSessions(
  tx: Tx,
  filter: SessionFilter & { readonly before?: string | undefined; readonly limit: number },
): Promise<SessionRow[]> {
  let query = sqlOf<RecordingTables>(tx).selectFrom('recorded_sessions').selectAll();
  if (filter.lease) query = query.where('lease', '=', filter.lease);
  if (filter.person) query = query.where('person', '=', filter.person);
  if (filter.environment) query = query.where('environment', '=', filter.environment);
  if (filter.since) query = query.where('started_at', '>=', filter.since);
  if (filter.until) query = query.where('started_at', '<', filter.until);
  if (filter.before !== undefined) {
    const last = await needSession(tx, filter.before);
    query = query.where((where) =>
      where.or([
        where('started_at', '<', last.started_at),
        where.and([where('started_at', '=', last.started_at), where('id', '>', last.id)]),
      ]),
    );
  }
  return query.orderBy('started_at', 'desc').orderBy('id').limit(filter.limit).execute();
}

/** Commands of one session after a number. */
export async function commandsAfter(
  tx: Tx,
  session: string,
  after: number,
  limit: number,
): Promise<CommandRow[]> {
  return sqlOf<RecordingTables>(tx)
    .selectFrom('recorded_commands')
    .selectAll()
    .where('session', '=', session)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Ids of other sessions that were open on the same server at some time of this one. */
export async function sessionsBeside(tx: Tx, row: SessionRow): Promise<string[]> {
  const others = await sqlOf<RecordingTables>(tx)
    .selectFrom('recorded_sessions')
    .select('id')
    .where('instance_id', '=', row.instance_id)
    .where('id', '!=', row.id)
    .where('started_at', '<', row.ended_at ?? tx.now)
    .where((where) =>
      where.or([where('ended_at', 'is', null), where('ended_at', '>', row.started_at)]),
    )
    .orderBy('id')
    .limit(20)
    .execute();
  return others.map(({ id }) => id);
}

/** Environments that did not answer when they were asked last. */
export async function failingLooks(tx: Tx) {
  return sqlOf<RecordingTables>(tx)
    .selectFrom('session_looks')
    .selectAll()
    .where('failing_since', 'is not', null)
    .orderBy('environment')
    .execute();
}

/** One reader's reading of one session by one verb. */
export interface ReadKey {
  readonly reader: string;
  readonly session: string;
  readonly verb: string;
}

export async function wasRead(tx: Tx, key: ReadKey, since: Date): Promise<boolean> {
  const row = await sqlOf<RecordingTables>(tx)
    .selectFrom('recording_reads')
    .select('at')
    .where((where) => where.and({ ...key }))
    .where('at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function noteRead(tx: Tx, key: ReadKey): Promise<void> {
  await sqlOf<RecordingTables>(tx)
    .insertInto('recording_reads')
    .values({ ...key, at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['reader', 'session', 'verb']).doUpdateSet({ at: tx.now }),
    )
    .execute();
}
