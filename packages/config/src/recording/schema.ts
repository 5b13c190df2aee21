import { z } from 'zod';
import { name } from '../schema-fields.ts';

/* `recording` of sekisho.yaml: where Session Manager's preferences put what sessions showed. */

/** Source: Amazon S3 User Guide, "General purpose bucket naming rules". */
const bucket = z
  .string()
  .regex(
    /^(?!xn--|sthree-|\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9]|[.-](?![.-])){1,61}[a-z0-9]$/,
    'bucket',
  )
  .describe('Bucket of the recordings: "s3BucketName" of the preferences.');
const prefix = z
  .string()
  .max(512)
  .regex(/^(?!\/)[\w!.*'()/-]*$/, 'key-prefix')
  .describe('"s3KeyPrefix" of the preferences; sessions/ and the account without it.');
/** Source: CloudWatch Logs API reference, CreateLogGroup. */
const logGroup = z.string().regex(/^[\w./#-]{1,512}$/, 'log-group');

const place = {
  bucket: bucket.optional(),
  prefix: prefix.optional(),
  logGroup: logGroup
    .optional()
    .describe('Log group of the recordings: "cloudWatchLogGroupName" of the preferences.'),
  hostLogGroup: logGroup
    .optional()
    .describe(
      'Log group to which ops servers send their own journal; /sekisho/ops-servers without it.',
    ),
};

export const recordingSchema = z.strictObject({
  ...place,
  environments: z
    .record(name, z.strictObject(place))
    .default({})
    .describe('Where it is otherwise than said above, by environment.'),
  readers: z
    .array(
      z.string().regex(/^(on-call|(group|person):[a-z][a-z0-9-]*|role:(sre|admin))$/, 'reader'),
    )
    .default(['role:admin'])
    .describe(
      'Who may read what others did: group:NAME, role:ROLE, person:ID or on-call; admins without it. Each reading is an entry of the timeline.',
    ),
});

export type RecordingDocument = z.output<typeof recordingSchema>;
