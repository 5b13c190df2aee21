import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from './failures.ts';

export const actions = ['ec2:DescribeImages'] as const;

const answer = z.object({
  Images: z.array(z.object({ CreationDate: z.string().optional() })).optional(),
});

/** When the image was made (ISO 8601), or null when EC2 no longer shows it. */
export async function imageCreatedAt(
  { clients, signal }: Connection,
  imageId: string,
): Promise<string | null> {
  const command = new DescribeImagesCommand({ ImageIds: [imageId] });
  try {
    const { Images } = await ask(signal, ec2Failures, answer, (options) =>
      clients.ec2.read.send(command, options),
    );
    const made = Images?.[0]?.CreationDate;
    return made === undefined || Number.isNaN(Date.parse(made))
      ? null
      : new Date(made).toISOString();
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}
