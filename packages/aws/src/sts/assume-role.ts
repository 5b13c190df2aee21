import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Clients } from '../clients.ts';
import { stsFailures } from './failures.ts';

export const actions = ['sts:AssumeRole'] as const;

/** The shortest that AWS allows (900 s): what is stolen dies soon. */
const SESSION_SECONDS = 900;

const answer = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    SecretAccessKey: z.string().min(1),
    SessionToken: z.string().min(1),
    Expiration: z.date(),
  }),
});

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export interface RoleOrder {
  readonly roleArn: string;
  readonly externalId: string | undefined;
  readonly sessionName: string;
  /** How long it lasts; none means fifteen minutes. */
  readonly seconds?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sourceIdentity?: string;
  /** Session policy, as JSON. */
  readonly policy?: string | undefined;
}

/** Takes a role's credentials. Errors: `denied`, `invalid`, `limit`, `throttled`, `unknown-outcome`. */
export async function assumeRole(
  clients: Clients,
  signal: AbortSignal,
  order: RoleOrder,
): Promise<RoleCredentials> {
  const command = new AssumeRoleCommand({
    RoleArn: order.roleArn,
    RoleSessionName: order.sessionName,
    DurationSeconds: order.seconds ?? SESSION_SECONDS,
    ...optional(order),
  });
  const { Credentials } = await ask(signal, stsFailures, answer, (options) =>
    clients.sts.send(command, options),
  );
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
    expiration: Credentials.Expiration,
  };
}

function optional({ externalId, sourceIdentity, policy, tags = {} }: RoleOrder) {
  const pairs = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
    ...(policy === undefined ? {} : { Policy: policy }),
    ...(pairs.length === 0 ? {} : { Tags: pairs }),
  };
}
