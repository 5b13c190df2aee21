import {
  ListAccountAssignmentsCommand,
  ListPermissionSetsProvisionedToAccountCommand,
} from '@aws-sdk/client-sso-admin';
import type { Assignment } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import { ssoFailures } from './failures.ts';
import type { Instance } from './instance.ts';

export const actions = [
  'sso:ListAccountAssignments',
  'sso:ListPermissionSetsProvisionedToAccount',
] as const;

const PAGE_SIZE = 100;

const assignment = z.object({
  AccountId: z.string().regex(/^\d{12}$/),
  PermissionSetArn: z.string().min(1),
  PrincipalType: z.enum(['USER', 'GROUP']),
  PrincipalId: z.string().min(1),
});
const listed = z.object({
  AccountAssignments: z.array(assignment).optional(),
  NextToken: z.string().optional(),
});
const provisioned = z.object({
  PermissionSets: z.array(z.string().min(1)).optional(),
  NextToken: z.string().optional(),
});

/** Assignments of one permission set in one account, all pages. */
export async function listAssignments(
  { clients, signal }: Connection,
  { instanceArn }: Instance,
  of: { readonly account: string; readonly permissionSetArn: string },
): Promise<readonly Assignment[]> {
  return allPages(async (token) => {
    const command = new ListAccountAssignmentsCommand({
      InstanceArn: instanceArn,
      AccountId: of.account,
      PermissionSetArn: of.permissionSetArn,
      MaxResults: PAGE_SIZE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await ask(signal, ssoFailures, listed, (options) =>
      clients.ssoAdmin.read.send(command, options),
    );
    const items = (page.AccountAssignments ?? []).map(toAssignment);
    return { items, nextToken: page.NextToken || null };
  });
}

/** ARNs of the permission sets provisioned to an account, all pages. */
export async function provisionedSets(
  { clients, signal }: Connection,
  { instanceArn }: Instance,
  account: string,
): Promise<readonly string[]> {
  return allPages(async (token) => {
    const command = new ListPermissionSetsProvisionedToAccountCommand({
      InstanceArn: instanceArn,
      AccountId: account,
      MaxResults: PAGE_SIZE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await ask(signal, ssoFailures, provisioned, (options) =>
      clients.ssoAdmin.read.send(command, options),
    );
    return { items: page.PermissionSets ?? [], nextToken: page.NextToken || null };
  });
}

function toAssignment(row: z.infer<typeof assignment>): Assignment {
  const kind = row.PrincipalType === 'USER' ? 'user' : 'group';
  return {
    account: row.AccountId,
    permissionSetArn: row.PermissionSetArn,
    principal: { kind, id: row.PrincipalId },
  };
}
