import {
  DescribePolicyCommand,
  ListPoliciesCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-organizations';
import { z } from 'zod';
import { ask } from '../../ask.ts';
import type { Connection } from '../../connection.ts';
import { allPages } from '../../pages.ts';
import { organizationsFailures } from '../failures.ts';

export const actions = [
  'organizations:DescribePolicy',
  'organizations:ListPolicies',
  'organizations:ListTagsForResource',
] as const;

/** The tag that says which installation a policy is of. */
export const markKey = 'sekisho:installation';

const summary = z.object({ Id: z.string(), Name: z.string(), AwsManaged: z.boolean().optional() });
const listed = z.object({
  Policies: z.array(summary).optional(),
  NextToken: z.string().optional(),
});

/** One service control policy of the organization. */
export interface NamedPolicy {
  readonly id: string;
  readonly name: string;
}

/** Every service control policy of the organization but AWS's own, all pages. */
export async function listPolicies({ clients, signal }: Connection): Promise<NamedPolicy[]> {
  const all = await allPages(async (NextToken) => {
    const Filter = 'SERVICE_CONTROL_POLICY' as const;
    const command = new ListPoliciesCommand({ Filter, NextToken });
    const page = await ask(signal, organizationsFailures, listed, (options) =>
      clients.organizations.read.send(command, options),
    );
    return { items: page.Policies ?? [], nextToken: page.NextToken || null };
  });
  return all
    .filter(({ AwsManaged }) => AwsManaged !== true)
    .map(({ Id, Name }) => ({ id: Id, name: Name }));
}

const tagged = z.object({
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).optional(),
  NextToken: z.string().optional(),
});

/** Whether a policy bears the mark of an installation. */
export async function isMarked(
  { clients, signal }: Connection,
  ResourceId: string,
  installation: string,
): Promise<boolean> {
  const tags = await allPages(async (NextToken) => {
    const command = new ListTagsForResourceCommand({ ResourceId, NextToken });
    const page = await ask(signal, organizationsFailures, tagged, (options) =>
      clients.organizations.read.send(command, options),
    );
    return { items: page.Tags ?? [], nextToken: page.NextToken || null };
  });
  return tags.some(({ Key, Value }) => Key === markKey && Value === installation);
}

const described = z.object({ Policy: z.object({ Content: z.string() }) });

/** What a policy says. */
export async function readDocument(
  { clients, signal }: Connection,
  PolicyId: string,
): Promise<string> {
  const { Policy } = await ask(signal, organizationsFailures, described, (options) =>
    clients.organizations.read.send(new DescribePolicyCommand({ PolicyId }), options),
  );
  return Policy.Content;
}
