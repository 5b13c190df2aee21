import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { FailureCodes } from '../failure.ts';
import { s3Failures } from '../log-store/failures.ts';

export const actions = ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'] as const;

/** Bytes; a checkpoint has some hundreds. */
const longest = 1024 * 1024;

/** `PreconditionFailed` is what `If-None-Match` meets, `ConditionalRequestConflict` another that came at the same time. */
const writeFailures: FailureCodes = {
  ...s3Failures,
  PreconditionFailed: 'conflict',
  ConditionalRequestConflict: 'conflict',
};

const opened = z.object({
  ContentLength: z.number(),
  Body: z.custom<{ transformToString(): Promise<string> }>(
    (body) => typeof body === 'object' && body !== null && 'transformToString' in body,
  ),
});

interface Named {
  readonly bucket: string;
  readonly key: string;
}

/** An object's text, or that of a hidden version. Errors: `CloudError`, `not-found`, or `invalid` when it is no text of ours. */
export async function readText(
  client: S3Client,
  signal: AbortSignal,
  {
    bucket: Bucket,
    key: Key,
    version: VersionId,
  }: Named & { readonly version?: string | undefined },
): Promise<string> {
  const command = new GetObjectCommand({ Bucket, Key, VersionId });
  const { Body, ContentLength } = await ask(signal, s3Failures, opened, (options) =>
    client.send(command, options),
  );
  if (ContentLength > longest)
    throw new CloudError('invalid', 'EntityTooLarge', `${Key} has ${ContentLength} bytes`);
  return ask(signal, s3Failures, z.string(), () => Body.transformToString());
}

/**
 * Keeps a text where nothing is. Errors: `CloudError`, `conflict` when something is there.
 * Source: Amazon S3 User Guide, "How to prevent object overwrites with conditional writes".
 */
export async function writeText(
  client: S3Client,
  signal: AbortSignal,
  { bucket: Bucket, key: Key, text: Body }: Named & { readonly text: string },
): Promise<void> {
  const command = new PutObjectCommand({
    ...{ Bucket, Key, Body, IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' },
    ContentType: 'application/json',
  });
  await ask(signal, writeFailures, z.object({}), (options) => client.send(command, options));
}
