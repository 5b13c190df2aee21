import { DescribePermissionSetCommand, ListPermissionSetsCommand } from '@aws-sdk/client-sso-admin';
import type { PermissionSet } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import { ssoFailures } from './failures.ts';
import type { Instance } from './instance.ts';
import { durationSeconds } from './session-duration.ts';

export const actions = ['sso:DescribePermissionSet', 'sso:ListPermissionSets'] as const;

/** For how long a description is believed: each costs a call, and all calls share twenty a second. */
const BELIEVED_MS = 10 * 60_000;
const PAGE_SIZE = 100;

const listed = z.object({
  PermissionSets: z.array(z.string().min(1)).optional(),
  NextToken: z.string().optional(),
});
const described = z.object({
  PermissionSet: z.object({ Name: z.string().min(1), SessionDuration: z.string().optional() }),
});

/** Lists permission sets; descriptions are kept, so that a listing that was cut short gets on the next time. */
export interface PermissionSets {
  list(connection: Connection, instance: Instance): Promise<readonly PermissionSet[]>;
}

/** @see PermissionSets */
export function createPermissionSets(now: () => Date): PermissionSets {
  const known = new Map<string, { readonly set: PermissionSet; readonly until: number }>();

  async function read(connection: Connection, { instanceArn }: Instance, arn: string) {
    const held = known.get(arn);
    const time = now().getTime();
    if (held !== undefined && time < held.until) return held.set;
    const set = await describe(connection, instanceArn, arn);
    known.set(arn, { set, until: time + BELIEVED_MS });
    return set;
  }

  return {
    async list(connection, instance) {
      const sets: PermissionSet[] = [];
      for (const arn of await listArns(connection, instance)) {
        sets.push(await read(connection, instance, arn));
      }
      return sets;
    },
  };
}

async function listArns({ clients, signal }: Connection, { instanceArn }: Instance) {
  return allPages(async (token) => {
    const command = new ListPermissionSetsCommand({
      InstanceArn: instanceArn,
      MaxResults: PAGE_SIZE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const page = await ask(signal, ssoFailures, listed, (options) =>
      clients.ssoAdmin.read.send(command, options),
    );
    return { items: page.PermissionSets ?? [], nextToken: page.NextToken || null };
  });
}

async function describe(
  { clients, signal }: Connection,
  instanceArn: string,
  arn: string,
): Promise<PermissionSet> {
  const command = new DescribePermissionSetCommand({
    InstanceArn: instanceArn,
    PermissionSetArn: arn,
  });
  const { PermissionSet: found } = await ask(signal, ssoFailures, described, (options) =>
    clients.ssoAdmin.read.send(command, options),
  );
  return { arn, name: found.Name, sessionSeconds: durationSeconds(found.SessionDuration) };
}
