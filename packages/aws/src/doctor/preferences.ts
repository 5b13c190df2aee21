import { GetDocumentCommand } from '@aws-sdk/client-ssm';
import { CloudError, orCloudError, type SessionPreferences } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { ssmFailures } from '../ssm/failures.ts';

export const actions = ['ssm:GetDocument'] as const;

/** Session Manager reads its preferences from a document of this name. */
const preferencesDocument = 'SSM-SessionManagerRunShell';

const answer = z.object({ Content: z.string() });
const content = z.object({
  inputs: z
    .object({
      runAsEnabled: z.boolean().default(false),
      s3BucketName: z.string().default(''),
      s3KeyPrefix: z.string().default(''),
      cloudWatchLogGroupName: z.string().default(''),
      cloudWatchEncryptionEnabled: z.boolean().default(false),
    })
    .prefault({}),
});

/**
 * The account's preferences; null where it has none of its own.
 * Source: Systems Manager User Guide, "Session document schema".
 */
export async function sessionPreferences({
  clients,
  signal,
}: Connection): Promise<SessionPreferences | null> {
  const command = new GetDocumentCommand({ Name: preferencesDocument, DocumentFormat: 'JSON' });
  const asked = ask(signal, { ...ssmFailures, InvalidDocument: 'not-found' }, answer, (options) =>
    clients.ssm.read.send(command, options),
  );
  const found = await orCloudError(asked);
  if (found instanceof CloudError) {
    if (found.failure === 'not-found') return null;
    throw found;
  }
  const { inputs } = parsed(found.Content);
  return {
    runAs: inputs.runAsEnabled,
    bucket: inputs.s3BucketName,
    prefix: inputs.s3KeyPrefix,
    logGroup: inputs.cloudWatchLogGroupName,
    needsLogKey: inputs.cloudWatchEncryptionEnabled,
  };
}

function parsed(text: string): z.infer<typeof content> {
  try {
    return content.parse(JSON.parse(text));
  } catch {
    const detail = `${preferencesDocument} is no document of preferences`;
    throw new CloudError('unknown-outcome', 'UnreadableAnswer', detail);
  }
}
