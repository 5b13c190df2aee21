import { ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import { ssoFailures } from './failures.ts';

export const actions = ['sso:ListInstances'] as const;

const answer = z.object({
  Instances: z
    .array(
      z.object({
        InstanceArn: z.string().min(1),
        IdentityStoreId: z.string().min(1),
        Status: z.string().optional(),
      }),
    )
    .optional(),
  NextToken: z.string().optional(),
});

/** An Identity Center, and the directory that goes with it. */
export interface Instance {
  readonly instanceArn: string;
  readonly identityStoreId: string;
}

/** Finds the Identity Center of a scope once, and remembers it. */
export interface Instances {
  /** Errors: `not-found` when there is none in the region, `invalid` when there are several. */
  of(connection: Connection): Promise<Instance>;
}

/** @see Instances */
export function createInstances(): Instances {
  const known = new Map<string, Instance>();
  return {
    async of(connection) {
      const { account, region, roleArn } = connection.scope;
      const key = JSON.stringify([account, region, roleArn]);
      const found = known.get(key) ?? (await find(connection));
      known.set(key, found);
      return found;
    },
  };
}

async function find({ clients, scope, signal }: Connection): Promise<Instance> {
  const all = await allPages(async (token) => {
    const command = new ListInstancesCommand(token === undefined ? {} : { NextToken: token });
    const page = await ask(signal, ssoFailures, answer, (options) =>
      clients.ssoAdmin.read.send(command, options),
    );
    return { items: page.Instances ?? [], nextToken: page.NextToken || null };
  });
  const [one, ...others] = all.filter(({ Status }) => (Status ?? 'ACTIVE') === 'ACTIVE');
  if (one === undefined) {
    const detail = `account ${scope.account} sees no IAM Identity Center in ${scope.region}`;
    throw new CloudError('not-found', 'NoIdentityCenter', detail);
  }
  // One of an account beside the organization's: to guess would be to lend in the wrong one.
  if (others.length > 0) {
    const detail = `account ${scope.account} sees ${others.length + 1} IAM Identity Centers in ${scope.region}`;
    throw new CloudError('invalid', 'ManyIdentityCenters', detail);
  }
  return { instanceArn: one.InstanceArn, identityStoreId: one.IdentityStoreId };
}
