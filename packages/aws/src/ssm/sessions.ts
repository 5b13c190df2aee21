import type { OpsSession } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import { describeSessions, type SessionWish, type ToldSession } from './describe-sessions.ts';

/** Active sessions on these instances. */
export async function sessions(
  connection: Connection,
  instanceIds: readonly string[],
): Promise<readonly OpsSession[]> {
  if (instanceIds.length === 0) return [];
  const wanted = new Set(instanceIds);
  // A filter takes one target: for several, one listing of all is fewer calls than one each.
  const target = wanted.size === 1 ? instanceIds[0] : undefined;
  const wish: SessionWish = {
    state: 'Active',
    ...(target === undefined ? {} : { filters: [{ key: 'Target', value: target }] }),
  };
  const active = await allPages((token) => describeSessions(connection, wish, token));
  return active.filter(({ instanceId }) => wanted.has(instanceId)).map(toOpsSession);
}

function toOpsSession({
  sessionId,
  instanceId,
  owner,
  begunAt,
  document,
}: ToldSession): OpsSession {
  const startedAt = (begunAt ?? new Date(0)).toISOString();
  return { sessionId, instanceId, owner, startedAt, document };
}
