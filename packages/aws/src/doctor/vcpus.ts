import {
  DescribeInstancesCommand,
  DescribeInstanceTypesCommand,
  type Filter,
} from '@aws-sdk/client-ec2';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { chunks } from '../chunks.ts';
import type { Connection } from '../connection.ts';
import { ec2Failures } from '../ec2/failures.ts';
import { allPages, type Page } from '../pages.ts';

export const actions = ['ec2:DescribeInstanceTypes'] as const;

const types = z.object({
  InstanceTypes: z
    .array(
      z.object({
        InstanceType: z.string(),
        VCpuInfo: z.object({ DefaultVCpus: z.number().int() }),
      }),
    )
    .default([]),
  NextToken: z.string().optional(),
});
const running = z.object({
  Reservations: z
    .array(
      z.object({
        Instances: z
          .array(
            z.object({
              InstanceType: z.string(),
              InstanceLifecycle: z.string().optional(),
              Placement: z.object({ Tenancy: z.string().optional() }).optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  NextToken: z.string().optional(),
});

/** EC2 gives at most this many types, or as many instances as answer in time. */
const pageSizes = { types: 100, instances: 500 } as const;

/** vCPUs of the types that the region offers; others are left out. */
export async function vcpusOf(
  at: Connection,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const some of chunks([...new Set(names)], pageSizes.types)) {
    const Filters: Filter[] = [{ Name: 'instance-type', Values: [...some] }];
    const all = await allPages((NextToken) => typesPage(at, Filters, NextToken));
    for (const { InstanceType, VCpuInfo } of all) found.set(InstanceType, VCpuInfo.DefaultVCpus);
  }
  return found;
}

/** Types of the instances that count against quotas on demand: whatever runs or begins to, but Spot's and those of dedicated hosts. */
export async function runningTypes(at: Connection): Promise<readonly string[]> {
  const all = await allPages((NextToken) => runningPage(at, NextToken));
  return all
    .filter((one) => one.InstanceLifecycle === undefined && one.Placement?.Tenancy !== 'host')
    .map(({ InstanceType }) => InstanceType);
}

async function typesPage(
  { clients, signal }: Connection,
  Filters: Filter[],
  NextToken: string | undefined,
): Promise<Page<z.infer<typeof types>['InstanceTypes'][number]>> {
  const command = new DescribeInstanceTypesCommand({
    ...{ Filters, MaxResults: pageSizes.types },
    ...(NextToken === undefined ? {} : { NextToken }),
  });
  const page = await ask(signal, ec2Failures, types, (options) =>
    clients.ec2.read.send(command, options),
  );
  return { items: page.InstanceTypes, nextToken: page.NextToken ?? null };
}

async function runningPage(
  { clients, signal }: Connection,
  NextToken: string | undefined,
): Promise<Page<z.infer<typeof running>['Reservations'][number]['Instances'][number]>> {
  const command = new DescribeInstancesCommand({
    Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running'] }],
    MaxResults: pageSizes.instances,
    ...(NextToken === undefined ? {} : { NextToken }),
  });
  const page = await ask(signal, ec2Failures, running, (options) =>
    clients.ec2.read.send(command, options),
  );
  const items = page.Reservations.flatMap(({ Instances }) => Instances);
  return { items, nextToken: page.NextToken ?? null };
}
