import {
  DescribeUserCommand,
  GetUserIdCommand,
  ListUsersCommand,
} from '@aws-sdk/client-identitystore';
import { CloudError, type DirectoryUser } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import type { Instance } from '../sso/instance.ts';
import { storeFailures } from './failures.ts';
import { toUser, user } from './user.ts';

export const actions = [
  'identitystore:DescribeUser',
  'identitystore:GetUserId',
  'identitystore:ListUsers',
] as const;

const PAGE_SIZE = 100;
const listed = z.object({ Users: z.array(user).optional(), NextToken: z.string().optional() });

/** Users, all pages. */
export async function listUsers(
  { clients, signal }: Connection,
  { identityStoreId }: Instance,
): Promise<readonly DirectoryUser[]> {
  return allPages(async (token) => {
    const command = new ListUsersCommand({
      IdentityStoreId: identityStoreId,
      MaxResults: PAGE_SIZE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await ask(signal, storeFailures, listed, (options) =>
      clients.identityStore.read.send(command, options),
    );
    return { items: (page.Users ?? []).map(toUser), nextToken: page.NextToken || null };
  });
}

/**
 * The user with this primary e-mail, or else this user name; null when there is none. AWS finds the very letters;
 * where it finds none, all users are read and compared in lower case. Errors: `invalid` when several bear it.
 */
export async function findUser(
  connection: Connection,
  instance: Instance,
  email: string,
): Promise<DirectoryUser | null> {
  const id = await userIdBy(connection, instance, 'emails.value', email);
  if (id !== null) {
    const found = await describeUser(connection, instance, id);
    // An address that is not the primary one names nobody.
    if (found?.email === email) return found;
  }
  const all = await listUsers(connection, instance);
  const wanted = email.toLowerCase();
  const byEmail = all.filter((each) => each.email?.toLowerCase() === wanted);
  const found =
    byEmail.length > 0 ? byEmail : all.filter((each) => each.userName.toLowerCase() === wanted);
  if (found.length < 2) return found[0] ?? null;
  throw new CloudError('invalid', 'AmbiguousUser', `${found.length} users are called ${email}`);
}

async function userIdBy(
  { clients, signal }: Connection,
  { identityStoreId }: Instance,
  AttributePath: string,
  AttributeValue: string,
): Promise<string | null> {
  const command = new GetUserIdCommand({
    IdentityStoreId: identityStoreId,
    AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
  });
  const answer = z.object({ UserId: z.string().min(1) });
  return orNull(async () => {
    const { UserId } = await ask(signal, storeFailures, answer, (options) =>
      clients.identityStore.read.send(command, options),
    );
    return UserId;
  });
}

async function describeUser(
  { clients, signal }: Connection,
  { identityStoreId }: Instance,
  userId: string,
): Promise<DirectoryUser | null> {
  const command = new DescribeUserCommand({ IdentityStoreId: identityStoreId, UserId: userId });
  return orNull(async () => {
    const found = await ask(signal, storeFailures, user, (options) =>
      clients.identityStore.read.send(command, options),
    );
    return toUser(found);
  });
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}
