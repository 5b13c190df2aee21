import { GetRoleCommand, GetRolePolicyCommand, ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import { CloudError, type SeenRole } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { chunks } from '../chunks.ts';
import type { Connection } from '../connection.ts';
import { allPages } from '../pages.ts';
import { iamFailures } from './failures.ts';
import { roleNameOf } from './role-name.ts';

export const actions = ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListRolePolicies'] as const;

/** IAM throttles reads of one account together. */
const POLICIES_AT_ONCE = 8;

const answer = z.object({
  Role: z.object({
    Arn: z.string(),
    RoleId: z.string().min(1),
    // IAM leaves it out of some answers; an hour is what a role has unless told otherwise.
    MaxSessionDuration: z.number().int().default(3600),
  }),
});

/** The role with the inline policies of a prefix; null when there is no such role. */
export async function role(
  connection: Connection,
  roleArn: string,
  prefix: string,
): Promise<SeenRole | null> {
  const { clients, signal, scope } = connection;
  const name = roleNameOf(scope, roleArn);
  const found = await unlessGone(
    ask(signal, iamFailures, answer, (options) =>
      clients.iam.read.send(new GetRoleCommand({ RoleName: name }), options),
    ),
  );
  if (found === null || found.Role.Arn !== roleArn) return null;
  const policies: [string, unknown][] = [];
  const names = (await policyNames(connection, name)).filter((each) => each.startsWith(prefix));
  for (const some of chunks(names, POLICIES_AT_ONCE)) {
    const read = some.map(async (each) => [each, await policy(connection, name, each)] as const);
    // One that was removed meanwhile is not there.
    for (const [each, text] of await Promise.all(read)) {
      if (text !== null) policies.push([each, text.document]);
    }
  }
  return {
    arn: found.Role.Arn,
    roleId: found.Role.RoleId,
    maximumSessionSeconds: found.Role.MaxSessionDuration,
    policies: Object.fromEntries(policies),
  };
}

const page = z.object({ PolicyNames: z.array(z.string()), Marker: z.string().optional() });

function policyNames({ clients, signal }: Connection, name: string): Promise<readonly string[]> {
  return allPages(async (Marker) => {
    const command = new ListRolePoliciesCommand({ RoleName: name, Marker });
    const read = await ask(signal, iamFailures, page, (options) =>
      clients.iam.read.send(command, options),
    );
    return { items: read.PolicyNames, nextToken: read.Marker ?? null };
  });
}

async function policy(
  { clients, signal }: Connection,
  RoleName: string,
  PolicyName: string,
): Promise<{ readonly document: unknown } | null> {
  const command = new GetRolePolicyCommand({ RoleName, PolicyName });
  const schema = z.object({ PolicyDocument: z.string() });
  const found = await unlessGone(
    ask(signal, iamFailures, schema, (options) => clients.iam.read.send(command, options)),
  );
  return found === null ? null : { document: parsed(found.PolicyDocument, PolicyName) };
}

/** IAM answers with documents that are percent-encoded. */
function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    throw new CloudError('unknown-outcome', 'UnreadableAnswer', `policy ${name} could not be read`);
  }
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}
