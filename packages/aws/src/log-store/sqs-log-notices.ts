import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LogNotice, LogNotices } from '@sekisho/core/sources';
import { z } from 'zod';
import { type Asking, askSource } from '../sources/ask-source.ts';
import { type AwsSourceOptions, clientConfig, DEFAULT_TIMEOUT_MS } from '../sources/options.ts';
import { sqsFailures } from './failures.ts';
import { toldObjects } from './told-objects.ts';

export const actions = ['sqs:DeleteMessage', 'sqs:ReceiveMessage'] as const;

export interface SqsLogNoticesOptions extends AwsSourceOptions {
  readonly queueUrl: string;
  /** What is told of other buckets is none of ours. */
  readonly bucket: string;
  /** How long the queue holds the line when it is empty, at most 20. Default 20. */
  readonly waitSeconds?: number;
}

const received = z.object({
  Messages: z
    .array(z.object({ Body: z.string().optional(), ReceiptHandle: z.string().min(1) }))
    .optional(),
});

/**
 * Notices of S3, straight, through an SNS topic or through EventBridge.
 *
 * A message of several objects is taken from the queue when the last of them was settled.
 */
export function createSqsLogNotices(options: SqsLogNoticesOptions): LogNotices & { close(): void } {
  const waitSeconds = options.waitSeconds ?? 20;
  const waitMs = waitSeconds * 1000;
  const client = new SQSClient(clientConfig(options, waitMs));
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const asking: Asking = { codes: sqsFailures, timeoutMs };

  async function remove(ReceiptHandle: string): Promise<void> {
    const command = new DeleteMessageCommand({ QueueUrl: options.queueUrl, ReceiptHandle });
    await askSource(asking, z.unknown(), (send) => client.send(command, send));
  }

  return {
    receive: async ({ signal } = {}) => {
      const command = new ReceiveMessageCommand({
        QueueUrl: options.queueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: waitSeconds,
      });
      const waiting = { ...asking, timeoutMs: timeoutMs + waitMs, ...(signal && { signal }) };
      const answer = await askSource(waiting, received, (send) => client.send(command, send));
      return (answer.Messages ?? []).flatMap(({ Body = '', ReceiptHandle }) =>
        noticesOf(toldObjects(Body, options.bucket), () => remove(ReceiptHandle)),
      );
    },
    close: () => client.destroy(),
  };
}

function noticesOf(
  objects: readonly NonNullable<LogNotice['object']>[],
  remove: () => Promise<void>,
): readonly LogNotice[] {
  if (objects.length === 0) return [{ object: null, settle: remove }];
  const open = new Set(objects);
  return objects.map((object) => ({
    object,
    settle: async () => {
      if (open.delete(object) && open.size === 0) await remove();
    },
  }));
}
