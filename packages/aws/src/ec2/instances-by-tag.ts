import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import type { OpsInstance } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { chunks } from '../chunks.ts';
import type { Connection } from '../connection.ts';
import { allPages, type Page } from '../pages.ts';
import { ec2Failures } from './failures.ts';
import { instanceAnswer, toOpsInstance } from './instance.ts';

export const actions = ['ec2:DescribeInstances'] as const;

/** EC2 takes at most 200 values in one filter. */
const VALUES_PER_FILTER = 200;
/** Small pages answer within the call's time where 1,000, the most EC2 gives, may not. */
const PAGE_SIZE = 200;

const answer = z.object({
  Reservations: z.array(z.object({ Instances: z.array(instanceAnswer).optional() })).optional(),
  NextToken: z.string().optional(),
});

/** Instances that bear `tag` with exactly one of `values`, in every state EC2 still shows. */
export async function instancesByTag(
  connection: Connection,
  tag: string,
  values: readonly string[],
): Promise<readonly OpsInstance[]> {
  const wanted = new Set(values);
  const found = new Map<string, OpsInstance>();
  for (const run of chunks([...wanted], VALUES_PER_FILTER)) {
    const instances = await allPages((token) => readPage(connection, tag, run, token));
    for (const instance of instances) {
      // Filters know wildcards and pages may overlap; what is swept must bear the very value.
      if (wanted.has(instance.tags[tag] ?? '')) found.set(instance.instanceId, instance);
    }
  }
  return [...found.values()];
}

async function readPage(
  { clients, signal }: Connection,
  tag: string,
  values: readonly string[],
  token: string | undefined,
): Promise<Page<OpsInstance>> {
  const command = new DescribeInstancesCommand({
    Filters: [{ Name: `tag:${tag}`, Values: values.map(literal) }],
    MaxResults: PAGE_SIZE,
    ...(token === undefined ? {} : { NextToken: token }),
  });
  const page = await ask(signal, ec2Failures, answer, (options) =>
    clients.ec2.read.send(command, options),
  );
  const instances = (page.Reservations ?? []).flatMap(({ Instances }) => Instances ?? []);
  return { items: instances.map(toOpsInstance), nextToken: page.NextToken || null };
}

/** Filter values read `*` and `?` as wildcards unless escaped. Source: EC2 "Filter your resources". */
function literal(value: string): string {
  return value.replace(/[\\*?]/g, '\\$&');
}
