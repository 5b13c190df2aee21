import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CloudError,
  orCloudError,
  type RecordingReads,
  type RecordingSight,
} from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { s3Failures } from '../log-store/failures.ts';

export const actions = ['logs:DescribeLogGroups', 's3:GetEncryptionConfiguration'] as const;

const groups = z.object({
  logGroups: z
    .array(
      z.object({
        logGroupName: z.string(),
        kmsKeyId: z.string().optional(),
        retentionInDays: z.number().int().optional(),
      }),
    )
    .default([]),
});
const encryption = z.object({
  ServerSideEncryptionConfiguration: z.object({
    Rules: z.array(
      z.object({
        ApplyServerSideEncryptionByDefault: z.object({ SSEAlgorithm: z.string() }).optional(),
      }),
    ),
  }),
});

/** The places of recordings: whether each is there, how it is encrypted, and for how long it keeps. */
export async function recordingPlaces(
  at: Connection,
  { s3, logGroup, hostLogGroup }: RecordingReads,
  endpoint: string | undefined,
): Promise<readonly RecordingSight[]> {
  const { credentials, requestHandler } = at.clients.ssm.read.config;
  const base = {
    ...{ region: at.scope.region, credentials, requestHandler, maxAttempts: 2 },
    ...(endpoint === undefined ? {} : { endpoint }),
  };
  const forcePathStyle = endpoint !== undefined;
  // The bucket of recordings may lie in another region than the servers.
  const store = new S3Client({ ...base, followRegionRedirects: true, forcePathStyle });
  const logs = new CloudWatchLogsClient(base);
  const named = [...new Set([logGroup, hostLogGroup])].filter((name) => name !== null);
  return Promise.all([
    ...(s3 === null ? [] : [sight(`s3://${s3.bucket}`, bucketSight(store, at.signal, s3.bucket))]),
    ...named.map((name) => sight(name, groupSight(logs, at.signal, name))),
  ]);
}

type Seen = Omit<Extract<RecordingSight, { readonly kind: 'there' }>, 'place' | 'kind'> | null;

async function sight(place: string, looking: Promise<Seen>): Promise<RecordingSight> {
  const seen = await orCloudError(looking);
  if (seen instanceof CloudError) return { place, kind: 'unread', error: seen };
  return seen === null ? { place, kind: 'missing' } : { place, kind: 'there', ...seen };
}

/** Names of groups are found by how they begin, in alphabetical order: the shortest is the first. */
async function groupSight(
  client: CloudWatchLogsClient,
  signal: AbortSignal,
  logGroupNamePrefix: string,
): Promise<Seen> {
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix });
  const { logGroups } = await ask(signal, {}, groups, (options) => client.send(command, options));
  const own = logGroups.find(({ logGroupName }) => logGroupName === logGroupNamePrefix);
  if (own === undefined) return null;
  const { kmsKeyId, retentionInDays } = own;
  return { encryption: kmsKeyId === undefined ? 'AWS' : 'KMS', days: retentionInDays ?? null };
}

async function bucketSight(client: S3Client, signal: AbortSignal, Bucket: string): Promise<Seen> {
  const command = new GetBucketEncryptionCommand({ Bucket });
  const codes = { ...s3Failures, NoSuchBucket: 'not-found' } as const;
  const asked = ask(signal, codes, encryption, (options) => client.send(command, options));
  const seen = await orCloudError(asked);
  if (!(seen instanceof CloudError)) {
    const [rule] = seen.ServerSideEncryptionConfiguration.Rules;
    const used = rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm ?? 'AES256';
    return { encryption: used === 'AES256' ? 'AWS' : 'KMS', days: null };
  }
  // Only a store that is not AWS's has none: AWS encrypts whatever is written since January 2023.
  const none = 'ServerSideEncryptionConfigurationNotFoundError';
  if (seen.vendorCode === none) return { encryption: 'none', days: null };
  if (seen.failure === 'not-found') return null;
  throw seen;
}
