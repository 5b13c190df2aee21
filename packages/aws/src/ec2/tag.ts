import { CreateTagsCommand } from '@aws-sdk/client-ec2';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from './failures.ts';
import { toAwsTags } from './tags.ts';

export const actions = ['ec2:CreateTags'] as const;

/** Sets tags on an instance, leaving its others. Errors: `not-found` when it is gone. */
export async function tag(
  { clients, signal }: Connection,
  instanceId: string,
  tags: Readonly<Record<string, string>>,
): Promise<void> {
  const command = new CreateTagsCommand({ Resources: [instanceId], Tags: toAwsTags(tags) });
  await ask(signal, ec2Failures, z.unknown(), (options) =>
    clients.ec2.change.send(command, options),
  );
}
