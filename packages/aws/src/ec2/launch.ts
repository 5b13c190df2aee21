import { RunInstancesCommand, type RunInstancesCommandInput } from '@aws-sdk/client-ec2';
import { CloudError, type LaunchOrder, type OpsInstance } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from './failures.ts';
import { instanceAnswer, toOpsInstance } from './instance.ts';
import { toAwsTags } from './tags.ts';

export const actions = ['ec2:RunInstances'] as const;

const answer = z.object({ Instances: z.array(instanceAnswer).length(1) });

/**
 * Launches one instance, or answers with the one that the order's token launched before.
 *
 * Everything in the request comes from the order and in a fixed order, because EC2 refuses a token
 * whose parameters changed. Source: "Ensuring idempotency in Amazon EC2 API requests".
 */
export async function launch(connection: Connection, order: LaunchOrder): Promise<OpsInstance> {
  if (!/^[\x21-\x7e]{1,64}$/.test(order.clientToken)) {
    const detail = 'a client token is 1 to 64 printable ASCII characters';
    throw new CloudError('invalid', 'InvalidClientToken', detail);
  }
  if (!/^\d+$/.test(order.version)) {
    const detail = `launch template version ${order.version} is not a number`;
    throw new CloudError('invalid', 'UnpinnedTemplate', detail);
  }
  const command = new RunInstancesCommand(launchRequest(order));
  const { Instances } = await ask(connection.signal, ec2Failures, answer, (options) =>
    connection.clients.ec2.change.send(command, options),
  );
  return toOpsInstance(Instances[0]!);
}

/** What a launch asks for: the same order is always the same request. */
export function launchRequest(order: LaunchOrder): RunInstancesCommandInput {
  const tags = toAwsTags(order.tags);
  return {
    ClientToken: order.clientToken,
    MinCount: 1,
    MaxCount: 1,
    LaunchTemplate: { LaunchTemplateId: order.launchTemplateId, Version: order.version },
    ...(order.imageId === undefined ? {} : { ImageId: order.imageId }),
    InstanceType: order.instanceType as NonNullable<RunInstancesCommandInput['InstanceType']>,
    InstanceInitiatedShutdownBehavior: 'terminate',
    MetadataOptions: {
      HttpEndpoint: 'enabled',
      HttpTokens: 'required',
      InstanceMetadataTags: 'enabled',
    },
    TagSpecifications: [
      { ResourceType: 'instance', Tags: tags },
      { ResourceType: 'volume', Tags: tags },
      { ResourceType: 'network-interface', Tags: tags },
    ],
  };
}
