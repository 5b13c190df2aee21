import { DescribeOrganizationCommand, ListAccountsCommand } from '@aws-sdk/client-organizations';
import type { OrganizationAccount } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import { organizationsFailures } from './failures.ts';

export const actions = [
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
] as const;

/** The largest that AWS allows. */
const PAGE_SIZE = 20;

const account = z.object({
  Id: z.string().regex(/^\d{12}$/),
  Name: z.string().optional(),
  Email: z.string().optional(),
  /** Takes the place of `Status`, which AWS gives up. */
  State: z.string().optional(),
  Status: z.string().optional(),
});
const listed = z.object({
  Accounts: z.array(account).optional(),
  NextToken: z.string().optional(),
});
const organization = z.object({
  Organization: z.object({ MasterAccountId: z.string().regex(/^\d{12}$/) }),
});

/** The active accounts of the organization, all pages. */
export async function organizationAccounts(
  connection: Connection,
): Promise<readonly OrganizationAccount[]> {
  const { clients, signal } = connection;
  const { Organization } = await ask(signal, organizationsFailures, organization, (options) =>
    clients.organizations.read.send(new DescribeOrganizationCommand({}), options),
  );
  const all = await allPages((token) => readPage(connection, token));
  return all
    .filter(({ State, Status }) => (State ?? Status) === 'ACTIVE')
    .map(({ Id, Name, Email }) => ({
      id: Id,
      name: Name ?? '',
      email: Email ?? '',
      active: true,
      management: Id === Organization.MasterAccountId,
    }));
}

async function readPage({ clients, signal }: Connection, token: string | undefined) {
  const command = new ListAccountsCommand({
    MaxResults: PAGE_SIZE,
    ...(token === undefined ? {} : { NextToken: token }),
  });
  const page = await ask(signal, organizationsFailures, listed, (options) =>
    clients.organizations.read.send(command, options),
  );
  return { items: page.Accounts ?? [], nextToken: page.NextToken || null };
}
