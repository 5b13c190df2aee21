import {
  CreateGroupMembershipCommand,
  DeleteGroupMembershipCommand,
  GetGroupMembershipIdCommand,
  ListGroupMembershipsCommand,
} from '@aws-sdk/client-identitystore';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import type { Instance } from '../sso/instance.ts';
import { storeFailures } from './failures.ts';

export const actions = [
  'identitystore:CreateGroupMembership',
  'identitystore:DeleteGroupMembership',
  'identitystore:GetGroupMembershipId',
  'identitystore:ListGroupMemberships',
] as const;

const PAGE_SIZE = 100;
const membershipId = z.object({ MembershipId: z.string().min(1) });
const listed = z.object({
  GroupMemberships: z
    .array(z.object({ MemberId: z.object({ UserId: z.string().optional() }).optional() }))
    .optional(),
  NextToken: z.string().optional(),
});

/** A user in a group. */
export interface Membership {
  readonly groupId: string;
  readonly userId: string;
}

/** Ids of the users in a group, all pages. Errors: `not-found` when there is no such group. */
export async function members(
  { clients, signal }: Connection,
  { identityStoreId }: Instance,
  groupId: string,
): Promise<readonly string[]> {
  return allPages(async (token) => {
    const command = new ListGroupMembershipsCommand({
      IdentityStoreId: identityStoreId,
      GroupId: groupId,
      MaxResults: PAGE_SIZE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await ask(signal, storeFailures, listed, (options) =>
      clients.identityStore.read.send(command, options),
    );
    const items = (page.GroupMemberships ?? []).flatMap(({ MemberId }) => MemberId?.UserId ?? []);
    return { items, nextToken: page.NextToken || null };
  });
}

/** Puts a user into a group; one who is in it already is no error. Errors: `not-found` for user or group. */
export async function addMember(
  connection: Connection,
  instance: Instance,
  membership: Membership,
): Promise<void> {
  const { clients, signal } = connection;
  const command = new CreateGroupMembershipCommand(request(instance, membership));
  try {
    await ask(signal, storeFailures, membershipId, (options) =>
      clients.identityStore.change.send(command, options),
    );
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'conflict')) throw error;
    // The same code says that another change is in the way: then the user is not in it.
    if ((await findMembership(connection, instance, membership)) === null) throw error;
  }
}

/** Takes a user out of a group; one who is not in it is no error. */
export async function removeMember(
  connection: Connection,
  instance: Instance,
  membership: Membership,
): Promise<void> {
  const MembershipId = await findMembership(connection, instance, membership);
  if (MembershipId === null) return;
  const { clients, signal } = connection;
  const command = new DeleteGroupMembershipCommand({
    IdentityStoreId: instance.identityStoreId,
    MembershipId,
  });
  try {
    await ask(signal, storeFailures, z.unknown(), (options) =>
      clients.identityStore.change.send(command, options),
    );
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
  }
}

/** The id that a membership is removed by; null when there is none. */
export async function findMembership(
  { clients, signal }: Connection,
  instance: Instance,
  membership: Membership,
): Promise<string | null> {
  const command = new GetGroupMembershipIdCommand(request(instance, membership));
  try {
    const found = await ask(signal, storeFailures, membershipId, (options) =>
      clients.identityStore.read.send(command, options),
    );
    return found.MembershipId;
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}

function request({ identityStoreId }: Instance, { groupId, userId }: Membership) {
  return { IdentityStoreId: identityStoreId, GroupId: groupId, MemberId: { UserId: userId } };
}
