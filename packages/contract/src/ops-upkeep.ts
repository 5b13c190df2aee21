import { z } from 'zod';
import { dollars, environmentName, reason, timestamp } from './fields.ts';
import { verb } from './verb.ts';

export const orphanVerdicts = ['ended-lease', 'unknown', 'quarantined', 'spared'] as const;

export const sweep = verb({
  name: 'ops.sweep',
  effect: 'write',
  role: 'sre',
  input: z.object({
    environment: environmentName.optional(),
    /** Act now; without it the answer says what would be done. */
    apply: z.boolean().optional(),
    /** An admin says that this database is the right one, after a restore or on a fresh one. */
    trustDatabase: z.boolean().optional(),
  }),
  output: z.object({
    /** Why nothing will be swept, or null. */
    withheld: z
      .enum(['database-empty', 'database-older-than-instances', 'database-restored'])
      .nullable(),
    orphans: z.array(
      z.object({
        instanceId: z.string(),
        environment: z.string(),
        lease: z.string().nullable(),
        verdict: z.enum(orphanVerdicts),
        firstSeenAt: timestamp,
        /** What comes next, and when. */
        next: z.enum(['terminate', 'quarantine', 'nothing']),
        nextAt: timestamp.nullable(),
      }),
    ),
    /** Environments whose account did not answer: nothing is known of them. */
    unanswered: z.array(z.string()),
  }),
  examples: ['ops sweep', 'ops sweep --apply'],
});

export const spare = verb({
  name: 'ops.spare',
  effect: 'write',
  role: 'sre',
  input: z.object({
    instanceId: z
      .string()
      .trim()
      .regex(/^i-[0-9a-f]{8,17}$/),
    reason,
  }),
  output: z.object({ instanceId: z.string(), verdict: z.enum(orphanVerdicts) }),
  positional: ['instanceId'],
  examples: ['ops spare i-0abc1234def567890 --reason "old batch host, moving next week"'],
});

export const cost = verb({
  name: 'ops.cost',
  effect: 'read',
  input: z.object({ weeks: z.coerce.number().int().min(1).max(52).optional() }),
  output: z.array(
    z.object({
      /** Monday of the week, a UTC date. */
      week: z.string(),
      leases: z.number().int(),
      hours: z.number(),
      spent: dollars,
      /** What the same servers would have cost more, had they run on until their hard maximum. */
      saved: dollars,
      /** Leases whose price is not in the table and so not counted. */
      unpriced: z.number().int(),
    }),
  ),
  examples: ['ops cost --weeks 4'],
});
