import { GetInstanceProfileCommand, GetRoleCommand } from '@aws-sdk/client-iam';
import { CloudError, orCloudError, type RoleSight } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { iamFailures } from '../iam/failures.ts';

export const roleActions = ['iam:GetRole'] as const;
export const actions = ['iam:GetInstanceProfile', ...roleActions] as const;

const one = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const trust = z.object({
  Statement: z.union([z.unknown(), z.array(z.unknown())]).transform((value) => [value].flat()),
});
const letsIn = z.object({
  Effect: z.literal('Allow'),
  Action: one,
  Principal: z.object({ Service: one }),
});
const roleAnswer = z.object({ Role: z.object({ AssumeRolePolicyDocument: z.string() }) });
const profileAnswer = z.object({
  InstanceProfile: z.object({ Roles: z.array(z.object({ RoleName: z.string() })) }),
});

/** Which services of AWS may take a role, by its name; null when there is no such role. */
export async function roleSight(
  { clients, signal }: Connection,
  name: string,
): Promise<RoleSight | null> {
  const command = new GetRoleCommand({ RoleName: name.split('/').at(-1) ?? name });
  const found = await unlessGone(
    ask(signal, iamFailures, roleAnswer, (options) => clients.iam.read.send(command, options)),
  );
  if (found === null) return null;
  return { trusts: servicesIn(found.Role.AssumeRolePolicyDocument) };
}

/** Names of the roles of an instance profile; null when there is no such profile. */
export async function profileRoles(
  { clients, signal }: Connection,
  profile: string,
): Promise<readonly string[] | null> {
  const command = new GetInstanceProfileCommand({ InstanceProfileName: profile });
  const found = await unlessGone(
    ask(signal, iamFailures, profileAnswer, (options) => clients.iam.read.send(command, options)),
  );
  return found === null ? null : found.InstanceProfile.Roles.map(({ RoleName }) => RoleName);
}

async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  const answered = await orCloudError(asked);
  if (!(answered instanceof CloudError)) return answered;
  if (answered.failure === 'not-found') return null;
  throw answered;
}

/** IAM answers with documents that are percent-encoded. */
function servicesIn(document: string): readonly string[] {
  try {
    const { Statement } = trust.parse(JSON.parse(decodeURIComponent(document)));
    return Statement.flatMap((statement) => {
      const { data } = letsIn.safeParse(statement);
      const assumes = data?.Action.some((action) => /^(\*|sts:(\*|AssumeRole))$/i.test(action));
      return assumes === true ? (data?.Principal.Service ?? []) : [];
    });
  } catch {
    throw new CloudError('unknown-outcome', 'UnreadableAnswer', 'the trust policy is unreadable');
  }
}
