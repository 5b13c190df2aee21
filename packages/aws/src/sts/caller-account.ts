import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Clients } from '../clients.ts';
import { stsFailures } from './failures.ts';

export const actions = ['sts:GetCallerIdentity'] as const;

const answer = z.object({ Account: z.string().regex(/^\d{12}$/) });

/** The account that the clients' credentials act in. */
export async function callerAccount(clients: Clients, signal: AbortSignal): Promise<string> {
  const identity = await ask(signal, stsFailures, answer, (options) =>
    clients.sts.send(new GetCallerIdentityCommand({}), options),
  );
  return identity.Account;
}
