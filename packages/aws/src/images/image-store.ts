import {
  DeregisterImageCommand,
  DescribeImagesCommand,
  EC2Client,
  EnableImageDeprecationCommand,
} from '@aws-sdk/client-ec2';
import {
  GetParameterHistoryCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { ec2Failures } from '../ec2/failures.ts';
import { allPages } from '../pages.ts';
import { ssmFailures } from '../ssm/failures.ts';

/** Every IAM action that these calls ask for. */
export const actions = [
  'ec2:DeregisterImage',
  'ec2:DescribeImages',
  'ec2:EnableImageDeprecation',
  'ssm:GetParameterHistory',
  'ssm:GetParameters',
  'ssm:PutParameter',
] as const;

/** An image of this account that bears the pipeline's tag. */
export interface PublishedImage {
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601; null while nothing deprecates it. */
  readonly deprecatedAt: string | null;
  readonly available: boolean;
}

/** The images of one account and region, and the parameters that say which of them is current. */
export interface ImageStore {
  /** Newest first. */
  images(): Promise<readonly PublishedImage[]>;
  /** Values by name; what is not there is missing. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Values that a parameter had, oldest first; none of one that is not there. */
  history(name: string): Promise<readonly string[]>;
  /** Writes a parameter. @param kind an image's id is checked by AWS to be one */
  write(name: string, value: string, kind: 'image' | 'text'): Promise<void>;
  /** From then on only its owner is shown the image; servers that run stay. @param at ISO 8601 */
  deprecate(id: string, at: string): Promise<void>;
  /** Takes an image away for good, its snapshots with it. */
  deregister(id: string): Promise<void>;
  close(): void;
}

const imagesAnswer = z.object({
  Images: z
    .array(
      z.object({
        ImageId: z.string(),
        Name: z.string().default(''),
        CreationDate: z.string().default(''),
        DeprecationTime: z.string().optional(),
        State: z.string().optional(),
      }),
    )
    .default([]),
});
const valueAnswer = z.object({ Name: z.string(), Value: z.string() });
const parametersAnswer = z.object({ Parameters: z.array(valueAnswer).default([]) });
const historyAnswer = parametersAnswer.extend({ NextToken: z.string().optional() });
const anything = z.object({});

const timeoutMs = 30_000;

/** @see ImageStore. Region, credentials and endpoint are the SDK's own chain. Errors: `CloudError`. */
export function createImageStore(options: { readonly endpoint?: string } = {}): ImageStore {
  const [ec2, ssm] = [new EC2Client(options), new SSMClient(options)];
  const inTime = () => AbortSignal.timeout(timeoutMs);
  return {
    async images() {
      const Filters = [{ Name: 'tag:sekisho:image', Values: ['ops-server'] }];
      const command = new DescribeImagesCommand({ Owners: ['self'], Filters });
      const { Images } = await ask(inTime(), ec2Failures, imagesAnswer, (with_) =>
        ec2.send(command, with_),
      );
      return Images.map(imageOf).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    },
    async read(names) {
      const command = new GetParametersCommand({ Names: [...names] });
      const { Parameters } = await ask(inTime(), ssmFailures, parametersAnswer, (with_) =>
        ssm.send(command, with_),
      );
      return new Map(Parameters.map(({ Name, Value }) => [Name, Value]));
    },
    async history(Name) {
      try {
        return await allPages(async (token) => {
          const command = new GetParameterHistoryCommand({
            Name,
            ...(token && { NextToken: token }),
          });
          const page = await ask(inTime(), ssmFailures, historyAnswer, (with_) =>
            ssm.send(command, with_),
          );
          return {
            items: page.Parameters.map(({ Value }) => Value),
            nextToken: page.NextToken || null,
          };
        });
      } catch (error) {
        if (error instanceof CloudError && error.failure === 'not-found') return [];
        throw error;
      }
    },
    async write(Name, Value, kind) {
      const command = new PutParameterCommand({
        ...{ Name, Value, Type: 'String', Overwrite: true },
        ...(kind === 'image' ? { DataType: 'aws:ec2:image' } : { Tier: 'Intelligent-Tiering' }),
      });
      await ask(inTime(), ssmFailures, anything, (with_) => ssm.send(command, with_));
    },
    async deprecate(ImageId, at) {
      const command = new EnableImageDeprecationCommand({ ImageId, DeprecateAt: new Date(at) });
      await ask(inTime(), ec2Failures, anything, (with_) => ec2.send(command, with_));
    },
    async deregister(ImageId) {
      const command = new DeregisterImageCommand({ ImageId, DeleteAssociatedSnapshots: true });
      await ask(inTime(), ec2Failures, anything, (with_) => ec2.send(command, with_));
    },
    close() {
      ec2.destroy();
      ssm.destroy();
    },
  };
}

type Described = z.infer<typeof imagesAnswer>['Images'][number];

function imageOf({ ImageId: id, Name: name, CreationDate, DeprecationTime, State }: Described) {
  const deprecatedAt = DeprecationTime ?? null;
  return { id, name, createdAt: CreationDate, deprecatedAt, available: State === 'available' };
}
