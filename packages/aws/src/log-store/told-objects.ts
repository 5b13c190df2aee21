import type { LogNotice } from '@sekisho/core/sources';
import { z } from 'zod';
import { decodeKey, etagOf } from './decode-key.ts';

export type ToldObject = NonNullable<LogNotice['object']>;

const size = z.number().int().nonnegative();

/** Source: Amazon S3 User Guide, "Event message structure". */
const s3Event = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string(), size: size.optional(), eTag: z.string().optional() }),
      }),
    }),
  ),
});

/** Source: Amazon S3 User Guide, "EventBridge event message structure"; its keys are not encoded. */
const bridgeEvent = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.literal('Object Created'),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string(), size, etag: z.string().min(1) }),
  }),
});

/** Source: Amazon SNS Developer Guide, "HTTP/HTTPS notification JSON format", which queues get too. */
const envelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** The objects of the bucket that a message says were written; none for a message about other things. */
export function toldObjects(body: string, bucket: string): readonly ToldObject[] {
  const said = parse(body);
  const enveloped = envelope.safeParse(said);
  const event = enveloped.success ? parse(enveloped.data.Message) : said;
  const bridged = bridgeEvent.safeParse(event);
  if (bridged.success) {
    const { bucket: where, object } = bridged.data.detail;
    return where.name === bucket ? [{ ...object, etag: etagOf(object.etag) }] : [];
  }
  const direct = s3Event.safeParse(event);
  if (!direct.success) return [];
  return direct.data.Records.flatMap(({ eventName, s3 }) => {
    const { key, size: bytes, eTag } = s3.object;
    const isWritten = /^(s3:)?ObjectCreated:/.test(eventName) && s3.bucket.name === bucket;
    if (!isWritten || bytes === undefined || !eTag) return [];
    return decoded(key).map((name) => ({ key: name, etag: etagOf(eTag), size: bytes }));
  });
}

/** A key in no known spelling names nothing that could be read. */
function decoded(key: string): readonly string[] {
  try {
    return [decodeKey(key)];
  } catch {
    return [];
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
