import { z } from 'zod';
import type { Memo } from '../../leases/index.ts';

/** What is kept of an assignment between looks. */
const memo = z.object({
  /** It was there before any lease, and is not ours to take away. */
  found: z.boolean().optional(),
  /** We have asked for it to be made: what is there may be ours. */
  made: z.boolean().optional(),
  /** The change that is under way. */
  pending: z
    .object({ kind: z.enum(['assign', 'unassign']), requestId: z.string(), at: z.string() })
    .nullable()
    .default(null),
  /** When AWS said that our own removal of it was done, unless we had it made anew since (ISO 8601). */
  removedAt: z.string().nullable().default(null),
  /** When the last change failed, if it did (ISO 8601). */
  failedAt: z.string().nullable().default(null),
  /** What the switch was last set to (ISO 8601). */
  armedFor: z.string().nullable().default(null),
  /** When AWS was last asked whether the switch is still there (ISO 8601). */
  checkedAt: z.string().nullable().default(null),
  /** Since when an assignment that should be there was not seen (ISO 8601). */
  unseenSince: z.string().nullable().default(null),
});
export type AccessMemo = z.infer<typeof memo>;

export function readMemo(given: Memo): AccessMemo {
  return memo.parse(given);
}
