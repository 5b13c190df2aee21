import { keepingActions } from '../keeping-actions.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof keepingActions)[number];

/** Where checkpoints and backups are kept: one bucket. */
export interface KeepingPlace {
  readonly partition: string;
  readonly bucket: string;
  /** What keys begin with, `/` included. */
  readonly anchors: string;
  readonly backups: string;
}

/**
 * What Sekisho's own identity needs so that it keeps checkpoints, and that the doctor looks at them and at
 * backups: to add what is not there yet, to read checkpoints and see which
 * were removed, and to know what there is. It neither replaces
 * nor removes, and reads no backup.
 * Source: Amazon S3 User Guide, "Enforce conditional writes on Amazon S3 buckets".
 */
export function keepingPolicy(place: KeepingPlace): PolicyDocument {
  const { partition, bucket, anchors, backups } = place;
  const whole = `arn:${partition}:s3:::${bucket}`;
  const checkpoints = [`${whole}/${anchors}*`];
  return documentOf(keepingActions, [
    allow('AddCheckpoints', ['s3:PutObject'] satisfies Declared[], {
      on: checkpoints,
      when: { Null: { 's3:if-none-match': 'false' } },
    }),
    // Of a version that somebody removed or wrote over, too: it still bears witness.
    allow('ReadCheckpoints', ['s3:GetObject', 's3:GetObjectVersion'] satisfies Declared[], {
      on: checkpoints,
    }),
    allow('KnowWhatIsKept', ['s3:ListBucket'] satisfies Declared[], {
      on: [whole],
      when: { StringLike: { 's3:prefix': [`${anchors}*`, `${backups}*`] } },
    }),
    allow('SeeWhatIsHidden', ['s3:ListBucketVersions'] satisfies Declared[], {
      on: [whole],
      when: { StringLike: { 's3:prefix': `${anchors}*` } },
    }),
    allow('SeeLock', ['s3:GetBucketObjectLockConfiguration'] satisfies Declared[], { on: [whole] }),
  ]);
}
