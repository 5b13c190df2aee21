import { sqlOf, type Tx } from '../../platform/context.ts';
import type { Reach } from '../readers.ts';
import type { CommandRow, RecordingTables, SessionFilter, SessionRow } from '../store.ts';

/** Where a search goes on: after this command of this session. */
export interface Place {
  readonly startedAt: Date;
  readonly session: string;
  readonly number: number;
}

export type FoundCommand = CommandRow &
  Pick<SessionRow, 'lease' | 'environment' | 'person' | 'owner' | 'started_at' | 'commands_from'>;

/** Commands that may be read, session by session, the newest session first. */
export async function commandsFrom(
  tx: Tx,
  filter: SessionFilter,
  reach: Reach,
  after: Place | null,
  limit: number,
): Promise<FoundCommand[]> {
  let query = fitting(tx, filter)
    .innerJoin('recorded_commands as command', 'command.session', 'session.id')
    .select([
      ...(['command.session', 'command.number', 'command.at', 'command.text'] as const),
      ...(['session.lease', 'session.environment', 'session.person'] as const),
      ...(['session.owner', 'session.started_at', 'session.commands_from'] as const),
    ]);
  if (!reach.all) query = query.where('session.person', '=', reach.own);
  if (after !== null) {
    query = query.where((where) =>
      where.or([
        where('session.started_at', '<', after.startedAt),
        where.and([
          where('session.started_at', '=', after.startedAt),
          where('session.id', '>', after.session),
        ]),
        where.and([
          where('session.id', '=', after.session),
          where('command.number', '>', after.number),
        ]),
      ]),
    );
  }
  return query
    .orderBy('session.started_at', 'desc')
    .orderBy('session.id')
    .orderBy('command.number')
    .limit(limit)
    .execute();
}

/** How many sessions fit that may not be read, and how many of the others ended without a command. */
export async function countUnread(
  tx: Tx,
  filter: SessionFilter,
  reach: Reach,
): Promise<{ withheld: number; unindexed: number }> {
  const row = await fitting(tx, filter)
    .select((select) => [
      select.fn
        .countAll()
        .filterWhere((where) =>
          reach.all
            ? where.lit(false)
            : where.or([
                where('session.person', 'is', null),
                where('session.person', '!=', reach.own ?? ''),
              ]),
        )
        .as('withheld'),
      select.fn
        .countAll()
        .filterWhere((where) =>
          where.and([
            where('session.commands', '=', 0),
            where('session.ended_at', 'is not', null),
            ...(reach.all ? [] : [where('session.person', '=', reach.own)]),
          ]),
        )
        .as('unindexed'),
    ])
    .executeTakeFirst();
  return { withheld: Number(row?.withheld ?? 0), unindexed: Number(row?.unindexed ?? 0) };
}

function fitting(tx: Tx, filter: SessionFilter) {
  let query = sqlOf<RecordingTables>(tx).selectFrom('recorded_sessions as session');
  if (filter.lease) query = query.where('session.lease', '=', filter.lease);
  if (filter.person) query = query.where('session.person', '=', filter.person);
  if (filter.environment) query = query.where('session.environment', '=', filter.environment);
  if (filter.since) query = query.where('session.started_at', '>=', filter.since);
  if (filter.until) query = query.where('session.started_at', '<', filter.until);
  return query;
}
