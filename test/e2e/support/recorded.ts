import { openEmbedded, randomIds } from '@sekisho/core';
import { practiceRecordings } from '@sekisho/practice/aws';
import { objectKeyOf } from '../../../packages/core/test/practice-objects.ts';
import { recordedSession } from '../../../packages/core/test/recordings.ts';
import { createWorld, type TestWorld, turnableClock } from '../../support/world.ts';

/** A session that is over, and its server too. */
export interface Recorded {
  readonly session: string;
  readonly lease: string;
  /** What its screen showed. */
  readonly screen: string;
}

const owner = 'arn:aws:sts::222222222222:assumed-role/engineer/engineer';

/** Lives through a session of the engineer's in staging, hours ago, in an empty data directory. */
export async function liveSession(dataDirectory: string): Promise<Recorded> {
  const clock = turnableClock(new Date(Date.now() - 3 * 3600 * 1000).toISOString());
  const database = await openEmbedded(dataDirectory);
  try {
    const world = await createWorld({ database, clock, ids: randomIds });
    const { id: session, lease } = await recordedSession(world, { owner, reason: 'late orders' });
    await world.as('engineer', 'ops.stop', { id: lease });
    await world.live(900);
    return { session, lease, screen: screenOf(world, session) };
  } finally {
    await database.close();
  }
}

function screenOf({ cloud }: TestWorld, session: string): string {
  const object = cloud.world.objects.get(objectKeyOf(session));
  return Buffer.from(object?.body ?? '', 'base64').toString();
}

/** Puts a recording where Session Manager puts it, in a practice that has begun since. */
export async function putRecording(awsUrl: string, session: string, screen: string): Promise<void> {
  const key = objectKeyOf(session).slice(practiceRecordings.bucket.length + 1);
  const scope = '111111111111/20260501/ap-northeast-1/s3/aws4_request';
  const answer = await fetch(`${awsUrl}/${practiceRecordings.bucket}/${key}`, {
    method: 'PUT',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: screen,
  });
  if (!answer.ok) throw new Error(`The recording was not put: ${await answer.text()}`);
}
