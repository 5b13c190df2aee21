import { z } from 'zod';
import type { Memo } from '../../leases/index.ts';

const memo = z.object({
  /** User groups that we put them into: others they were in before, and stay in. */
  made: z.array(z.string()).default([]),
});

/** User groups that somebody is in because of us. */
export function madeIn(given: Memo): readonly string[] {
  return memo.parse(given).made;
}
