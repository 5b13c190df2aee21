import { DeleteRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { iamFailures } from './failures.ts';
import { roleNameOf } from './role-name.ts';

export const actions = ['iam:DeleteRolePolicy', 'iam:PutRolePolicy'] as const;

/** Names one inline policy. */
export interface NamedPolicy {
  readonly roleArn: string;
  readonly name: string;
}

/** Makes or replaces an inline policy. Errors: `limit` when they are together too long, `invalid`, `not-found`. */
export async function putRolePolicy(
  { clients, signal, scope }: Connection,
  { roleArn, name, document }: NamedPolicy & { readonly document: string },
): Promise<void> {
  const command = new PutRolePolicyCommand({
    RoleName: roleNameOf(scope, roleArn),
    PolicyName: name,
    PolicyDocument: document,
  });
  await ask(signal, iamFailures, z.unknown(), (options) =>
    clients.iam.change.send(command, options),
  );
}

/** Removes an inline policy; one that is gone already is no error. */
export async function deleteRolePolicy(
  { clients, signal, scope }: Connection,
  { roleArn, name }: NamedPolicy,
): Promise<void> {
  const RoleName = roleNameOf(scope, roleArn);
  const command = new DeleteRolePolicyCommand({ RoleName, PolicyName: name });
  try {
    await ask(signal, iamFailures, z.unknown(), (options) =>
      clients.iam.change.send(command, options),
    );
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
  }
}
