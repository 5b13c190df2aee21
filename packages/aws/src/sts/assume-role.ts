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
}

/** Takes a role's credentials for fifteen minutes. Errors: `denied`, `throttled`, `unknown-outcome`. */
export async function assumeRole(
  clients: Clients,
  signal: AbortSignal,
  order: RoleOrder,
): Promise<RoleCredentials> {
  const command = new AssumeRoleCommand({
    RoleArn: order.roleArn,
    RoleSessionName: order.sessionName,
    DurationSeconds: SESSION_SECONDS,
    ...(order.externalId === undefined ? {} : { ExternalId: order.externalId }),
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
