import { z } from 'zod';

/** The body of every failed answer: problem+json (RFC 9457) with our own members. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Stable code from `errors.ts`, or `bug`. */
  code: z.string(),
  /** What happened, one sentence in the reader's language. */
  detail: z.string(),
  /** What to do about it. */
  fix: z.string(),
  /** Facts behind the sentence. */
  facts: z.record(z.string(), z.unknown()).optional(),
  /** Finds the line in the server's log. */
  requestId: z.string(),
});
export type Problem = z.infer<typeof problem>;
