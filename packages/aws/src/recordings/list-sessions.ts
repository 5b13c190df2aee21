import type { RecordingCloud, SeenSession } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { describeSessions, type ToldSession } from '../ssm/describe-sessions.ts';

type Asked = Parameters<RecordingCloud['listSessions']>[1];

/**
 * A page of sessions that were begun since. The answer's places of output are "reserved for future
 * use": where recordings lie is the configuration's to say.
 */
export async function listSessions(
  connection: Connection,
  { state, since, token }: Asked,
): Promise<{ readonly sessions: readonly SeenSession[]; readonly next: string | null }> {
  const filter = { key: 'InvokedAfter', value: `${since.toISOString().slice(0, 19)}Z` } as const;
  const wish = { state: state === 'open' ? 'Active' : 'History', filter } as const;
  const { items, nextToken } = await describeSessions(connection, wish, token ?? undefined);
  return { sessions: items.map((one) => toSeen(one, state === 'ended')), next: nextToken };
}

function toSeen({ begunAt, endedAt, ...told }: ToldSession, isOver: boolean): SeenSession {
  const began = begunAt ?? endedAt ?? new Date(0);
  return {
    ...told,
    startedAt: began.toISOString(),
    // One that is of the past is over, whether or not AWS says since when.
    endedAt: isOver ? (endedAt ?? began).toISOString() : null,
  };
}
