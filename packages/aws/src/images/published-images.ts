import {
  DeregisterImageCommand,
  DescribeImagesCommand,
  type EC2Client,
  EnableImageDeprecationCommand,
} from '@aws-sdk/client-ec2';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { ec2Failures } from '../ec2/failures.ts';
import { inTime } from './in-time.ts';

/** An image of this account that bears the pipeline's tag. */
export interface PublishedImage {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; null while nothing deprecates it. */
  readonly deprecatedAt: string | null;
  readonly available: boolean;
  /** Name of the image that it was built on, where its build said so. */
  readonly base: string | null;
}

const tag = z.object({ Key: z.string().default(''), Value: z.string().default('') });
const imagesAnswer = z.object({
  Images: z
    .array(
      z.object({
        ImageId: z.string(),
        Name: z.string().default(''),
        CreationDate: z.string().default(''),
        DeprecationTime: z.string().optional(),
        State: z.string().optional(),
        Tags: z.array(tag).default([]),
      }),
    )
    .default([]),
});
const deregisterAnswer = z.object({
  DeleteSnapshotResults: z
    .array(z.object({ SnapshotId: z.string().default(''), ReturnCode: z.string().default('') }))
    .default([]),
});
const anything = z.object({});

/** Images of the pipeline, the newest first. */
export async function listImages(ec2: EC2Client): Promise<readonly PublishedImage[]> {
  const Filters = [{ Name: 'tag:sekisho:image', Values: ['ops-server'] }];
  const command = new DescribeImagesCommand({ Owners: ['self'], Filters });
  const { Images } = await ask(inTime(), ec2Failures, imagesAnswer, (with_) =>
    ec2.send(command, with_),
  );
  return Images.map(imageOf).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** Hides an image from others. @param at ISO 8601 */
export async function deprecateImage(ec2: EC2Client, ImageId: string, at: string): Promise<void> {
  const command = new EnableImageDeprecationCommand({ ImageId, DeprecateAt: new Date(at) });
  await ask(inTime(), ec2Failures, anything, (with_) => ec2.send(command, with_));
}

/**
 * Takes an image away for good. The call succeeds although a snapshot may not be deleted: those that are left are
 * answered, because nothing names them any more. Source: EC2 API Reference, DeleteSnapshotReturnCode; a snapshot that
 * another image needs is `skipped`.
 */
export async function deregisterImage(ec2: EC2Client, ImageId: string): Promise<readonly string[]> {
  const command = new DeregisterImageCommand({ ImageId, DeleteAssociatedSnapshots: true });
  const { DeleteSnapshotResults } = await ask(inTime(), ec2Failures, deregisterAnswer, (with_) =>
    ec2.send(command, with_),
  );
  return DeleteSnapshotResults.filter(
    ({ ReturnCode }) => ReturnCode !== 'success' && ReturnCode !== 'skipped',
  ).map(({ SnapshotId }) => SnapshotId);
}

type Described = z.infer<typeof imagesAnswer>['Images'][number];

function imageOf(described: Described): PublishedImage {
  const { ImageId: id, Name: name, CreationDate: createdAt, State, Tags } = described;
  const base = Tags.find(({ Key }) => Key === 'sekisho:image-base')?.Value ?? null;
  const deprecatedAt = described.DeprecationTime ?? null;
  return { id, name, createdAt, deprecatedAt, available: State === 'available', base };
}
