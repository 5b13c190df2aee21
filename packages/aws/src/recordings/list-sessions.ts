import type { RecordingCloud, SeenSession } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { describeSessions, type ToldSession } from '../ssm/describe-sessions.ts';

type Asked = Parameters<RecordingCloud['listSessions']>[1];

/**
 * A page of sessions that were begun in a span. The answer's places of output are "reserved for future
 * use": where recordings lie is the configuration's to say.
 */
export async function listSessions(
  connection: Connection,
  { state, since, until, token }: Asked,
): Promise<{ readonly sessions: readonly SeenSession[]; readonly next: string | null }> {
  const filters = [
    { key: 'InvokedAfter', value: toSecond(since) } as const,
    ...(until === undefined ? [] : [{ key: 'InvokedBefore', value: toSecond(until) } as const]),
  ];
  const wish = { state: state === 'open' ? 'Active' : 'History', filters } as const;
  const { items, nextToken } = await describeSessions(connection, wish, token ?? undefined);
  return { sessions: items.map((one) => toSeen(one, state === 'ended')), next: nextToken };
}

/** A session that has ended, by its id; null where there is none. */
export async function endedSession(
  connection: Connection,
  sessionId: string,
): Promise<SeenSession | null> {
  const filters = [{ key: 'SessionId', value: sessionId } as const];
  const { items } = await describeSessions(connection, { state: 'History', filters }, undefined);
  const found = items.find((one) => one.sessionId === sessionId);
  return found === undefined ? null : toSeen(found, true);
}

function toSecond(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
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
