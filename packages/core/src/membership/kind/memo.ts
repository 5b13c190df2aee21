import { z } from 'zod';
import type { Memo } from '../../leases/index.ts';

const memo = z.object({
  /** User groups that we put them into: others they were in before, and stay in. */
  made: z.array(z.string()).default([]),
  /** Whom enabling a user group brought back into it, by group, until they are out again. */
  broughtBack: z.record(z.string(), z.array(z.string())).default({}),
});

/** User groups that somebody is in because of us. */
export function madeIn(given: Memo): readonly string[] {
  return memo.parse(given).made;
}

/** People whom we brought back into user groups by enabling these, by group. */
export function broughtBackBy(given: Memo): Readonly<Record<string, readonly string[]>> {
  return memo.parse(given).broughtBack;
}
