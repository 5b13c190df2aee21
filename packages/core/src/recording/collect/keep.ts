import type { RecordingPlace } from '@sekisho/config';
import type { RecordingState } from '@sekisho/contract';
import { leasesOfServers } from '../../leases/index.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { CloudScope } from '../../platform/cloud-scope.ts';
import type { Tx } from '../../platform/context.ts';
import type { SeenSession } from '../cloud.ts';
import { isRecorded, kindOf } from '../kinds.ts';
import { personOfOwner } from '../owner.ts';
import { indexed } from './command-list.ts';
import { endSession, openSessionIds, type SessionEnd, saveSession } from './store.ts';
import { saidTarget } from './target.ts';

/** Session Manager uploads a recording after the session's end. */
const firstLookSeconds = 60;

/**
 * Keeps what is seen of sessions on servers of leases, and the end of each session that is known. Answers
 * with the servers that are no lease's.
 */
export async function keepSessions(
  tx: Tx,
  scope: CloudScope,
  seen: readonly SeenSession[],
): Promise<readonly string[]> {
  const { environment, account, region } = scope;
  const instances = [...new Set(seen.map(({ instanceId }) => instanceId))];
  const leases = await leasesOfServers(tx, environment, instances);
  const known = await openSessionIds(tx, environment);
  const place = tx.config.recording?.places[environment] ?? null;
  for (const session of seen) {
    const { sessionId: id, owner, document, reason } = session;
    const kind = kindOf(tx.config, { document, environment, account });
    const end = endOf(session, isRecorded(kind), place);
    // Whatever lease its server is of by now.
    if (known.has(id)) await endSession(tx, id, end);
    const held = leases.get(session.instanceId);
    // Known, or on a server that is none of ours.
    if (known.has(id) || held === undefined) continue;
    const { id: lease, holder } = held;
    await saveSession(tx, {
      ...{ id, lease, environment, account, region, owner, document },
      // Free text of whoever opened it, as commands are.
      reason: reason === null ? null : indexed(reason),
      instance_id: session.instanceId,
      person: personOfOwner(tx.config, owner, holder),
      started_at: new Date(session.startedAt),
      forwarded_to: saidTarget(kind, reason),
      ...end,
    });
  }
  return instances.filter((instance) => !leases.has(instance));
}

function endOf(
  { endedAt }: SeenSession,
  canBeRecorded: boolean,
  place: RecordingPlace | null,
): SessionEnd {
  const recording = stateOf(endedAt !== null, canBeRecorded, place);
  if (endedAt === null) return { ended_at: null, recording, next_look_at: null };
  const ended = new Date(endedAt);
  const next_look_at = place === null ? null : addSeconds(ended, firstLookSeconds);
  return { ended_at: ended, recording, next_look_at };
}

function stateOf(isOver: boolean, canBe: boolean, place: RecordingPlace | null): RecordingState {
  if (!canBe) return 'none';
  if (place === null || (place.s3 === null && place.logGroup === null)) return 'off';
  return isOver ? 'waiting' : 'open';
}
