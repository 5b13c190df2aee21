import { z } from 'zod';
import { operation } from '../operation.ts';
import { practiceRecordings } from '../recordings/places.ts';
import { Refusal } from '../world/refusal.ts';
import { documentKey } from './documents.ts';

const preferences = 'SSM-SessionManagerRunShell';

/** Session Manager's preferences as practice has them from the start: Run As, and recorded. */
function usual(account: string): string {
  return JSON.stringify({
    schemaVersion: '1.0',
    description: 'Document to hold regional settings for Session Manager',
    sessionType: 'Standard_Stream',
    inputs: {
      runAsEnabled: true,
      s3BucketName: practiceRecordings.bucket,
      s3KeyPrefix: `sessions/${account}`,
      cloudWatchLogGroupName: practiceRecordings.logGroup,
      cloudWatchEncryptionEnabled: true,
    },
  });
}

/** `GetDocument` of sessions, in JSON. Errors: `InvalidDocument`. */
export const getDocument = operation({
  service: 'ssm',
  input: z.strictObject({ Name: z.string(), DocumentFormat: z.literal('JSON').optional() }),
  run: ({ world, account, region }, { Name }) => {
    const kept = world.documents.get(documentKey({ account, region }, Name));
    const Content = kept?.content ?? (Name === preferences ? usual(account) : undefined);
    if (Content === undefined) {
      throw new Refusal('InvalidDocument', `Document with name ${Name} does not exist.`);
    }
    return { Name, Content, DocumentType: 'Session', DocumentFormat: 'JSON', Status: 'Active' };
  },
});
