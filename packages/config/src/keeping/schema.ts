import { parseDuration } from '@sekisho/words';
import { z } from 'zod';
import { region, span } from '../schema-fields.ts';

/* `keeping` of sekisho.yaml: where checkpoints and backups are kept. */

/** A bucket and a folder in it. Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
const place = z
  .string()
  .regex(
    /^s3:\/\/[a-z0-9](?:[a-z0-9]|[.-](?![.-])){1,61}[a-z0-9]\/(?:[\w!.*'()-]+\/)*$/,
    's3-folder',
  );

/* Defaults: thrice the time between two checkpoints, twice that between two backups of every night. */

/** Sekisho tries, and looks, some times in an hour: what is shorter would page of nothing. */
const hourOrMore = span.refine((text) => (parseDuration(text) ?? 3600) >= 3600, 'an-hour-or-more');

const pageAfter = z
  .strictObject({
    anchors: hourOrMore
      .default('3h')
      .describe('How long checkpoints may fail to be kept, or to be looked at.'),
    backups: hourOrMore
      .default('2d')
      .describe('How old the newest backup may be; longer than the time between two.'),
  })
  .describe('After what time whoever is on call is paged, once, that what is kept has stopped.');

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
        'Where `sekisho backup` puts backups, so that the doctor sees how old the newest is, and Sekisho pages when none comes.',
      ),
    pageAfter: pageAfter.prefault({}),
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
