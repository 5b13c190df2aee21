import { z } from 'zod';
import { timestamp } from './fields.ts';

const packages = z.array(z.string());

/** What was published of an ops server's image. */
export const imageFacts = z.object({
  builtAt: timestamp,
  commit: z.string(),
  repository: z.string(),
  /** The run that built it. */
  runUrl: z.string(),
  /** The image that was current before. */
  previous: z.string().nullable(),
  /** Packages that differ from that one's, as `name version`; null when they were not compared. */
  changes: z
    .object({
      added: packages,
      removed: packages,
      updated: packages,
      /** So many more that are not listed. */
      more: z.number().int(),
    })
    .nullable(),
});
export type ImageFacts = z.infer<typeof imageFacts>;
