import { CloudError, type RecordingCloud, type SeenSession } from '@sekisho/core/cloud';
import type { OutputOf } from '../operations.ts';
import type { Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { sendTo } from './send.ts';

export interface InProcessRecordingOptions {
  /** The world, shared with other shells. */
  readonly world: World;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly rng: Rng;
}

const shellDocument = 'SSM-SessionManagerRunShell';

/** The port `RecordingCloud` directly over `step`. */
export function createInProcessRecordings(options: InProcessRecordingOptions): RecordingCloud {
  const send = sendTo(options.world, options.now, options.rng);
  return {
    async listSessions(scope, { state, since, until, token }) {
      const { Sessions, NextToken } = send(scope, 'DescribeSessions', {
        State: state === 'open' ? 'Active' : 'History',
        Filters: [
          { key: 'InvokedAfter', value: since.toISOString() },
          ...(until === undefined ? [] : [{ key: 'InvokedBefore', value: until.toISOString() }]),
        ],
        MaxResults: 200,
        ...(token === null ? {} : { NextToken: token }),
      });
      return { sessions: Sessions.map(toSeen), next: NextToken ?? null };
    },
    async endedSession(scope, value) {
      const Filters = [{ key: 'SessionId', value }];
      const { Sessions } = send(scope, 'DescribeSessions', { State: 'History', Filters });
      return Sessions.map(toSeen)[0] ?? null;
    },
    async readObject(scope, { bucket: Bucket, key: Key, from, length }) {
      const stored = orNone(() => send(scope, 'HeadObject', { Bucket, Key }));
      if (stored === null) return null;
      const size = stored.ContentLength;
      if (from >= size) return { bytes: new Uint8Array(), size };
      const Range = `bytes=${from}-${from + length - 1}`;
      return { bytes: send(scope, 'GetObject', { Bucket, Key, Range }).Body, size };
    },
    async readStream(scope, { group, stream, from, until, token }) {
      const page = orNone(() =>
        send(scope, 'GetLogEvents', {
          ...{ logGroupName: group, logStreamName: stream, startFromHead: true, limit: 1000 },
          ...(from === undefined ? {} : { startTime: from.getTime() }),
          ...(until === undefined ? {} : { endTime: until.getTime() }),
          ...(token === null ? {} : { nextToken: token }),
        }),
      );
      if (page === null) return null;
      const events = page.events.map(({ timestamp, message }) => ({ at: timestamp, message }));
      const next = page.nextForwardToken === token ? null : page.nextForwardToken;
      return { events, next: events.length === 0 ? null : next };
    },
  };
}

function toSeen(session: OutputOf<'DescribeSessions'>['Sessions'][number]): SeenSession {
  return {
    sessionId: session.SessionId,
    instanceId: session.Target,
    owner: session.Owner,
    startedAt: session.StartDate.toISOString(),
    endedAt: session.EndDate?.toISOString() ?? null,
    document: session.DocumentName === shellDocument ? null : session.DocumentName,
    reason: session.Reason ?? null,
  };
}

/** What is not there is none; anything else goes on as the failure that it is. */
function orNone<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}
