import { actions as readObject } from './recordings/read-object.ts';
import { actions as readStream } from './recordings/read-stream.ts';
import { actions as listSessions } from './ssm/describe-sessions.ts';
import { actions as assumeRole } from './sts/assume-role.ts';
import { actions as callerAccount } from './sts/caller-account.ts';

/** Every IAM action that reading recordings calls, as the files that call it declare. */
export const readingActions = [
  ...[...assumeRole, ...callerAccount],
  ...[...listSessions, ...readObject, ...readStream],
].sort();

/** Without it S3 refuses what is not there, as it refuses what one may not read. */
export const impliedReadingActions = ['s3:ListBucket'] as const;
