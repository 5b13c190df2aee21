import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { CloudError, type ObjectPart, type RecordingCloud } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { s3Failures } from '../log-store/failures.ts';

export const actions = ['s3:GetObject'] as const;

const opened = z.object({
  Body: z.custom<{ transformToByteArray(): Promise<Uint8Array> }>(
    (body) => typeof body === 'object' && body !== null && 'transformToByteArray' in body,
  ),
  ContentRange: z.string().optional(),
  ContentLength: z.number().optional(),
});

type Asked = Parameters<RecordingCloud['readObject']>[1];

/** Some bytes of an object; null where there is none, as S3 says to whoever may list the bucket. */
export async function readObject(
  client: S3Client,
  signal: AbortSignal,
  { bucket: Bucket, key: Key, from, length }: Asked,
): Promise<ObjectPart | null> {
  const Range = `bytes=${from}-${from + length - 1}`;
  const command = new GetObjectCommand({ Bucket, Key, Range });
  try {
    const { Body, ContentRange, ContentLength } = await ask(signal, s3Failures, opened, (options) =>
      client.send(command, options),
    );
    const bytes = await ask(signal, s3Failures, z.instanceof(Uint8Array), () =>
      Body.transformToByteArray(),
    );
    const size = Number(/\/(\d+)$/.exec(ContentRange ?? '')?.[1] ?? ContentLength ?? bytes.length);
    return { bytes, size };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.failure === 'not-found') return null;
    // Nothing lies from there on: an empty object, or the end of another.
    if (error.vendorCode === 'InvalidRange') return { bytes: new Uint8Array(), size: from };
    throw error;
  }
}
