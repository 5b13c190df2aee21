import { z } from 'zod';
import { region } from '../schema-fields.ts';

/* `keeping` of sekisho.yaml: where checkpoints and backups are kept. */

/** A bucket and a folder in it. Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
const place = z
  .string()
  .regex(
    /^s3:\/\/[a-z0-9](?:[a-z0-9]|[.-](?![.-])){1,61}[a-z0-9]\/(?:[\w!.*'()-]+\/)*$/,
    's3-folder',
  );

export const keepingSchema = z
  .strictObject({
    anchors: place
      .optional()
      .describe(
        'Where Sekisho puts a signed checkpoint of the timeline in every hour in which something happened, and at least one a day: s3://BUCKET/anchors/. Its own identity needs docs/iam/keeping.json.',
      ),
    backups: place
      .optional()
      .describe(
        'Where `sekisho backup` puts backups, so that the doctor sees how old the newest is.',
      ),
    region: region.optional().describe('Region of the buckets; that of AWS_REGION without it.'),
  })
  // The newest of one would be taken for the newest of the other.
  .refine(
    ({ anchors, backups }) =>
      !(anchors && backups && (anchors.startsWith(backups) || backups.startsWith(anchors))),
    { path: ['backups'], message: 's3-folders-apart' },
  )
  .describe('Where checkpoints of the timeline and backups are kept, outside the database.');

export type KeepingDocument = z.output<typeof keepingSchema>;
