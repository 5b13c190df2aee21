import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { type BackupStore, CloudError } from '@sekisho/core/cloud';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentials } from '../clients.ts';
import { type FailureCodes, toCloudError } from '../failure.ts';
import { s3Failures } from '../log-store/failures.ts';
import { readBody } from '../log-store/read-body.ts';
import { isOurs, isRepeated, nameOfUpload } from './lost-answer.ts';

export const writeActions = ['s3:AbortMultipartUpload', 's3:PutObject'] as const;
/** `ListBucket` finds keys, of which nobody may know the last when the machine that logged them is lost. */
export const readActions = ['s3:GetObject', 's3:ListBucket'] as const;

export interface S3BackupStoreOptions {
  readonly bucket: string;
  /** None means what the SDK finds: `AWS_REGION`, then the profile's. */
  readonly region?: string;
  /** Of a service that speaks as S3 does; none means what the SDK finds, else AWS. */
  readonly endpoint?: string;
  /** None means the SDK's own chain. */
  readonly credentials?: AwsCredentials;
  /** KMS key that S3 encrypts with; none means what the bucket says. */
  readonly kmsKey?: string;
  /** Bytes, at least 5 MiB; an object has 10,000 parts at most. Default 16 MiB. */
  readonly partBytes?: number;
  /** Milliseconds without a byte after which a connection has failed. Default 60,000. */
  readonly silenceMs?: number;
}

/** `PreconditionFailed` is what `If-None-Match` meets, `ConditionalRequestConflict` another that came at the same time. */
const failures: FailureCodes = {
  ...s3Failures,
  PreconditionFailed: 'conflict',
  ConditionalRequestConflict: 'conflict',
};

/** Two parts are held in memory, which is enough to fill a line. */
const partsAtOnce = 2;

/**
 * Backups in a bucket, written in parts, each with a checksum that S3 compares; what is not finished is
 * aborted. Source: Amazon S3 User Guide, "How to prevent object overwrites with conditional writes".
 */
export function createS3BackupStore(options: S3BackupStoreOptions): BackupStore {
  const { bucket: Bucket, kmsKey, partBytes = 16 * 1024 * 1024, silenceMs = 60_000 } = options;
  const client = new S3Client(configOf(options, silenceMs));
  const encryption =
    kmsKey === undefined ? {} : ({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKey } as const);
  return {
    async write(Key, bytes, told) {
      const { content, failure } = guarded(bytes);
      const own = randomUUID();
      const upload = new Upload({
        client,
        partSize: partBytes,
        queueSize: partsAtOnce,
        params: {
          ...{ Bucket, Key, Body: Readable.from(content), ...encryption },
          ...{ IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' },
          ContentType: 'application/octet-stream',
          Metadata: { [nameOfUpload]: own },
        },
      });
      upload.on('httpUploadProgress', ({ loaded = 0 }) => told?.(loaded));
      await upload.done().catch(async (error: unknown) => {
        const torn = failure();
        if (torn !== null) throw torn.error;
        if (!isRepeated(error)) throw toCloudError(error, failures);
        if (!(await isOurs(client, { Bucket, Key }, own))) throw toCloudError(error, failures);
      });
    },
    async read(Key) {
      const answer = await client.send(new GetObjectCommand({ Bucket, Key })).catch((error) => {
        throw toCloudError(error, failures);
      });
      if (answer.Body === undefined) throw new CloudError('unknown-outcome', 'NoBody', 'no body');
      return asCloud(readBody(answer.Body as AsyncIterable<Uint8Array>, silenceMs));
    },
    close: () => client.destroy(),
  };
}

function configOf({ region, endpoint, credentials }: S3BackupStoreOptions, silenceMs: number) {
  return {
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 10_000,
      // Of silence. A limit of the whole request would be one of a part's time on a slow line.
      socketTimeout: silenceMs,
    }),
    // Names of buckets as host names work at AWS alone.
    forcePathStyle: endpoint !== undefined,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** The same bytes, and whether they themselves failed: that is not S3's failure. */
function guarded(bytes: AsyncIterable<Uint8Array>) {
  let failed: { readonly error: unknown } | null = null;
  async function* content() {
    try {
      yield* bytes;
    } catch (error) {
      failed = { error };
      throw error;
    }
  }
  return { content: content(), failure: () => failed };
}

/** The bytes, whose failure is the cloud's. */
async function* asCloud(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw toCloudError(error instanceof Error ? (error.cause ?? error) : error, failures);
  }
}
