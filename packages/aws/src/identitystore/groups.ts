import { ListGroupsCommand } from '@aws-sdk/client-identitystore';
import type { DirectoryGroup } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import type { Instance } from '../sso/instance.ts';
import { storeFailures } from './failures.ts';

export const actions = ['identitystore:ListGroups'] as const;

const PAGE_SIZE = 100;
const listed = z.object({
  Groups: z
    .array(z.object({ GroupId: z.string().min(1), DisplayName: z.string().optional() }))
    .optional(),
  NextToken: z.string().optional(),
});

/** Groups, all pages. */
export async function listGroups(
  { clients, signal }: Connection,
  { identityStoreId }: Instance,
): Promise<readonly DirectoryGroup[]> {
  return allPages(async (token) => {
    const command = new ListGroupsCommand({
      IdentityStoreId: identityStoreId,
      MaxResults: PAGE_SIZE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await ask(signal, storeFailures, listed, (options) =>
      clients.identityStore.read.send(command, options),
    );
    const items = (page.Groups ?? []).map(({ GroupId, DisplayName }) => ({
      groupId: GroupId,
      name: DisplayName ?? '',
    }));
    return { items, nextToken: page.NextToken || null };
  });
}
