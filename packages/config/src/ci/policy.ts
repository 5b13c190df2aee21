import { z } from 'zod';

/* What a role may do while it is lent, written as IAM writes it, in YAML. */

const strings = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.literal('Allow'),
    Action: strings.optional(),
    NotAction: strings.optional(),
    Resource: strings.optional(),
    NotResource: strings.optional(),
    Condition: z.record(z.string(), z.record(z.string(), strings)).optional(),
  })
  .refine(
    ({ Action, NotAction, Resource, NotResource }) =>
      (Action === undefined) !== (NotAction === undefined) &&
      (Resource === undefined) !== (NotResource === undefined),
    'policy-action',
  );

/** Only what allows: a denial would reach into what other leases of the same session have. */
export const lentPolicySchema = z.strictObject({
  Version: z.literal('2012-10-17').default('2012-10-17'),
  Statement: z.array(statement).min(1).max(20),
});

/** A policy of what may be lent; the statements of IAM, nothing of ours. */
export type LentPolicy = z.output<typeof lentPolicySchema>;

/** Keys by which what is lent ends, and is one session's. */
const ours = new Set(['aws:currenttime', 'aws:userid', 'aws:epochtime']);

/** The first condition key that only Sekisho may use; null without one. */
export function keyOfOurs({ Statement }: LentPolicy): string | null {
  const keys = Statement.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((block) => Object.keys(block)),
  );
  return keys.find((key) => ours.has(key.toLowerCase())) ?? null;
}
