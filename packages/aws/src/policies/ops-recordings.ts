import { impliedReadingActions, readingActions } from '../recording-actions.ts';
import { calledIn, inRegions, type MemberPlace } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof readingActions)[number] | (typeof impliedReadingActions)[number];

/**
 * What Sekisho's role in an account needs to read what sessions left: which there were, their recordings
 * in the account's own folder of the bucket and in the log group, and the servers' own journal.
 * Source: Service Authorization Reference; "GetObject", "Permissions", for `s3:ListBucket`.
 */
export function opsRecordingsPolicy(place: MemberPlace): PolicyDocument {
  const { bucket, logGroup, sessionLogGroup, prefix } = place.recording;
  const folder = prefix ?? `sessions/${place.account}`;
  const arn = `arn:${place.partition}:s3:::${bucket}`;
  const streams = [logGroup, sessionLogGroup].flatMap((group) =>
    inRegions(place, 'logs', `log-group:${group}:log-stream:*`),
  );
  return documentOf(
    [...readingActions, ...impliedReadingActions],
    [
      allow('ListSessions', ['ssm:DescribeSessions'] satisfies Declared[], {
        on: ['*'],
        when: calledIn(place),
      }),
      allow('ReadRecordings', ['s3:GetObject'] satisfies Declared[], {
        on: [[arn, folder, '*'].filter((part) => part !== '').join('/')],
      }),
      // S3 compares it for GetObject too, where no prefix is said: a condition would refuse that.
      allow('KnowWhatIsMissing', ['s3:ListBucket'] satisfies Declared[], { on: [arn] }),
      allow('ReadLogs', ['logs:GetLogEvents'] satisfies Declared[], { on: streams }),
    ],
    ['sts:AssumeRole'],
  );
}
