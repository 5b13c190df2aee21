import { S3Client } from '@aws-sdk/client-s3';
import type { KeepingCloud } from '@sekisho/core/cloud';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsOptions } from '../caller.ts';
import { hiddenObjects } from './hidden.ts';
import { lockOf } from './lock.ts';
import { newestObject } from './newest.ts';
import { readText, writeText } from './objects.ts';

export type KeepingOptions = Pick<
  AwsOptions,
  'credentials' | 'endpoint' | 'now' | 'requestTimeoutMs'
>;

type Place = Parameters<KeepingCloud['newest']>[0];

/** The port `KeepingCloud` by the SDK. @see KeepingCloud for what each method promises. */
export function createSdkKeeping(options: KeepingOptions): KeepingCloud & { close(): void } {
  const { requestTimeoutMs = 20_000, now = () => new Date() } = options;
  const clients = new Map<string | null, S3Client>();
  const clientOf = ({ region }: Place) => {
    const client = clients.get(region) ?? new S3Client(configOf(options, region, requestTimeoutMs));
    clients.set(region, client);
    return client;
  };
  const bound = () => AbortSignal.timeout(requestTimeoutMs);
  return {
    newest: (place) => newestObject(clientOf(place), bound(), { ...place, now: now() }),
    hidden: (place, newest) => hiddenObjects(clientOf(place), bound(), { ...place, newest }),
    read: (place, key, version) =>
      readText(clientOf(place), bound(), { bucket: place.bucket, key, version }),
    write: (place, key, text) =>
      writeText(clientOf(place), bound(), { bucket: place.bucket, key, text }),
    lock: (place) => lockOf(clientOf(place), bound(), place.bucket),
    close: () => {
      for (const client of clients.values()) client.destroy();
    },
  };
}

function configOf(
  { endpoint, credentials }: KeepingOptions,
  region: string | null,
  requestTimeout: number,
) {
  return {
    requestHandler: new NodeHttpHandler({ connectionTimeout: requestTimeout, requestTimeout }),
    maxAttempts: 2,
    // A region that nobody names is the environment's, and S3 says where the bucket is.
    followRegionRedirects: true,
    forcePathStyle: endpoint !== undefined,
    ...(region === null ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}
