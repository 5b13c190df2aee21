import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { CloudScope, OpsCloud, OpsSession } from './cloud.ts';

/** Who is on some servers, as far as anybody could tell. */
export interface ReadSessions {
  readonly sessions: readonly OpsSession[];
  /** Why the sessions of a server could not be read, by its id. */
  readonly unread: ReadonlyMap<string, CloudError>;
}

/**
 * Asks who is on these servers of one place, in one call. An engine is asked for each server alone: one that hangs
 * there keeps nobody from hearing of the others.
 */
export async function readSessions(
  cloud: OpsCloud,
  place: CloudScope,
  ids: readonly string[],
): Promise<ReadSessions> {
  if (ids.length === 0) return { sessions: [], unread: new Map() };
  const batches = place.engine === undefined ? [ids] : ids.map((id) => [id]);
  const answers = await Promise.all(
    batches.map((batch) => orCloudError(cloud.sessions(place, batch))),
  );
  const unread = answers.flatMap((answer, at) =>
    answer instanceof CloudError ? (batches[at] ?? []).map((id) => [id, answer] as const) : [],
  );
  return {
    sessions: answers.flatMap((answer) => (answer instanceof CloudError ? [] : answer)),
    unread: new Map(unread),
  };
}
