import { GetObjectLockConfigurationCommand, type S3Client } from '@aws-sdk/client-s3';
import { CloudError, type KeptLock } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { s3Failures } from '../log-store/failures.ts';

export const actions = ['s3:GetBucketObjectLockConfiguration'] as const;

const answered = z.object({
  ObjectLockConfiguration: z
    .object({
      Rule: z
        .object({
          DefaultRetention: z
            .object({ Mode: z.string(), Days: z.number().optional(), Years: z.number().optional() })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** How a bucket locks what is new; null where it does not, or only what is asked for one by one. */
export async function lockOf(
  client: S3Client,
  signal: AbortSignal,
  Bucket: string,
): Promise<KeptLock | null> {
  const command = new GetObjectLockConfigurationCommand({ Bucket });
  try {
    const { ObjectLockConfiguration } = await ask(signal, s3Failures, answered, (options) =>
      client.send(command, options),
    );
    const retention = ObjectLockConfiguration?.Rule?.DefaultRetention;
    if (retention === undefined) return null;
    const { Mode: mode, Days = 0, Years = 0 } = retention;
    return { mode, days: Days + 365 * Years };
  } catch (error) {
    const none = 'ObjectLockConfigurationNotFoundError';
    if (error instanceof CloudError && error.vendorCode === none) return null;
    throw error;
  }
}
