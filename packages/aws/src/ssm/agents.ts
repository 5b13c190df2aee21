import { DescribeInstanceInformationCommand } from '@aws-sdk/client-ssm';
import type { AgentStatus } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { chunks } from '../chunks.ts';
import type { Connection } from '../connection.ts';
import { allPages, type Page } from '../pages.ts';
import { ssmFailures } from './failures.ts';

export const actions = ['ssm:DescribeInstanceInformation'] as const;

/** Source: DescribeInstanceInformation: a filter takes at most 100 values, a page at most 50 nodes. */
const VALUES_PER_FILTER = 100;
const PAGE_SIZE = 50;

const information = z.object({ InstanceId: z.string(), PingStatus: z.string().optional() });
const answer = z.object({
  InstanceInformationList: z.array(information).optional(),
  NextToken: z.string().optional(),
});
type Information = z.infer<typeof information>;

/** Agent status by instance id; ids that SSM does not know are `absent`. */
export async function agents(
  connection: Connection,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, AgentStatus>> {
  const status = new Map<string, AgentStatus>(instanceIds.map((id) => [id, 'absent']));
  for (const run of chunks([...status.keys()], VALUES_PER_FILTER)) {
    const known = await allPages((token) => readPage(connection, run, token));
    for (const { InstanceId, PingStatus } of known) {
      if (status.has(InstanceId))
        status.set(InstanceId, PingStatus === 'Online' ? 'online' : 'lost');
    }
  }
  return status;
}

async function readPage(
  { clients, signal }: Connection,
  instanceIds: readonly string[],
  token: string | undefined,
): Promise<Page<Information>> {
  const command = new DescribeInstanceInformationCommand({
    Filters: [{ Key: 'InstanceIds', Values: [...instanceIds] }],
    MaxResults: PAGE_SIZE,
    ...(token === undefined ? {} : { NextToken: token }),
  });
  const page = await ask(signal, ssmFailures, answer, (options) =>
    clients.ssm.read.send(command, options),
  );
  return { items: page.InstanceInformationList ?? [], nextToken: page.NextToken || null };
}
