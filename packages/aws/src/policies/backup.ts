import { readActions, writeActions } from '../backup-store/s3-backup-store.ts';
import type { BackupPlace } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof writeActions)[number];
type Reading = (typeof readActions)[number];

/**
 * What keeping backups in S3 needs: to add what is not there yet, and neither to read, to replace nor to
 * remove. Parts of an upload bear no header of their own; what they become does.
 * Source: Amazon S3 User Guide, "Enforce conditional writes on Amazon S3 buckets".
 */
export function backupPolicy(place: BackupPlace): PolicyDocument {
  const on = [objects(place)];
  const put: Declared[] = ['s3:PutObject'];
  return documentOf(writeActions, [
    allow('AddWhatIsNotThere', put, { on, when: { Null: { 's3:if-none-match': 'false' } } }),
    allow('SendParts', put, { on, when: { Bool: { 's3:ObjectCreationOperation': 'false' } } }),
    allow('AbortUnfinished', ['s3:AbortMultipartUpload'] satisfies Declared[], { on }),
  ]);
}

/** What bringing a backup back from S3 needs, beside its key: nobody who takes backups has to have it. */
export function restorePolicy(place: BackupPlace): PolicyDocument {
  const { partition, bucket, prefix } = place;
  const read: Reading[] = ['s3:GetObject'];
  const find: Reading[] = ['s3:ListBucket'];
  return documentOf(readActions, [
    allow('ReadBackups', read, { on: [objects(place)] }),
    allow('FindBackups', find, {
      on: [`arn:${partition}:s3:::${bucket}`],
      when: { StringLike: { 's3:prefix': `${prefix}*` } },
    }),
  ]);
}

function objects({ partition, bucket, prefix }: BackupPlace): string {
  return `arn:${partition}:s3:::${bucket}/${prefix}*`;
}
