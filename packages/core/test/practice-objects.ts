import { createHash } from 'node:crypto';
import { practiceRecordings } from '../../../test/support/simulated-aws.ts';
import type { TestWorld } from '../../../test/support/world.ts';

const account = '222222222222';

/** Where practice keeps the recording of a session in staging. */
export function objectKeyOf(session: string): string {
  return `${practiceRecordings.bucket}/sessions/${account}/${session}.log`;
}

/** Puts other bytes in the place of a recording. */
export function putPracticeObject(
  { cloud, clock }: TestWorld,
  session: string,
  body: Buffer,
): void {
  const whole = objectKeyOf(session);
  const { bucket } = practiceRecordings;
  cloud.world.objects.put(whole, {
    ...{ bucket, key: whole.slice(bucket.length + 1), size: body.length, contentType: null },
    ...{ metadata: {}, modifiedAt: clock.now().getTime(), body: body.toString('base64') },
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
  });
}
