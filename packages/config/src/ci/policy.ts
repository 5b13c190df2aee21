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

type Conditions = Record<string, Record<string, string | string[]>>;

const time = { 'aws:CurrentTime': 'YYYY-MM-DDThh:mm:ssZ' };

/** What Sekisho adds to the condition of each statement that it lends, as long as it is in AWS. */
const added: Readonly<Record<'broker' | 'window', Conditions>> = {
  broker: { DateLessThan: time },
  window: {
    ...{ DateGreaterThanEquals: time, DateLessThan: time },
    // The role's unique id, and the name of the one session that the window is for.
    StringEquals: { 'aws:userid': [`AROA${'X'.repeat(17)}:sekisho-ci-${'x'.repeat(8)}`] },
  },
};

/** Characters of a policy as it stands in AWS while it is lent: with the conditions by which it ends. */
export function lentLength(
  { Version, Statement }: LentPolicy,
  approach: keyof typeof added,
): number {
  const lent = Statement.map((one) => {
    const Condition: Conditions = { ...one.Condition };
    for (const [operator, keys] of Object.entries(added[approach])) {
      Condition[operator] = { ...Condition[operator], ...keys };
    }
    return { ...one, Condition };
  });
  return JSON.stringify({ Version, Statement: lent }).length;
}

/** Keys by which what is lent ends, and is one session's. */
const ours = new Set(['aws:currenttime', 'aws:userid', 'aws:epochtime']);

/** The first condition key that only Sekisho may use; null without one. */
export function keyOfOurs({ Statement }: LentPolicy): string | null {
  const keys = Statement.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((block) => Object.keys(block)),
  );
  return keys.find((key) => ours.has(key.toLowerCase())) ?? null;
}
