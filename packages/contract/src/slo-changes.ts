import { z } from 'zod';
import { timestamp } from './fields.ts';

/** What a spent budget makes of a pull request: it waits, it is a fix, or somebody let it through. */
export const changeStates = ['held', 'fix', 'through'] as const;

/** An open pull request that a spent budget concerns. */
export const changeView = z.object({
  /** `owner/name` on GitHub. */
  repository: z.string(),
  number: z.number().int(),
  /** Its head. */
  commit: z.string(),
  state: z.enum(changeStates),
  /** Who let it through, when, and until when; null where nobody did, or until its next push. */
  by: z.string().nullable(),
  at: timestamp.nullable(),
  until: timestamp.nullable(),
});
export type ChangeView = z.infer<typeof changeView>;
