import { TerminateSessionCommand } from '@aws-sdk/client-ssm';
import { CloudError } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ssmFailures } from './failures.ts';

export const actions = ['ssm:TerminateSession'] as const;

/** Ends a session; one that is over already is no error. */
export async function endSession(
  { clients, signal }: Connection,
  sessionId: string,
): Promise<void> {
  const command = new TerminateSessionCommand({ SessionId: sessionId });
  try {
    await ask(signal, ssmFailures, z.unknown(), (options) =>
      clients.ssm.change.send(command, options),
    );
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'not-found')) throw error;
  }
}
