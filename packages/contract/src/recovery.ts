import { z } from 'zod';
import { duration, leaseId, reason, timestamp } from './fields.ts';
import { leaseKinds, leaseStates } from './states.ts';
import { verb } from './verb.ts';

/**
 * `gone`: lent here, not there. `overdue`: there, and past its deadline as this database knows it.
 * `unfinished`: was being made, and is not there. `waiting`: asked for or agreed to, never lent here.
 * `lingering`: over here, still there. `unknown`: bears our mark, and no lease here explains it.
 * `job`: a CI job's role, of which nothing in AWS tells whether the lease is over.
 */
const differenceKinds = [
  'gone',
  'overdue',
  'unfinished',
  'waiting',
  'lingering',
  'unknown',
  'job',
] as const;

/** What settling does to it. */
const settlements = ['ends', 'runs-on', 'withdrawn', 'taken-back', 'watched'] as const;

const difference = z.object({
  kind: z.enum(differenceKinds),
  environment: z.string(),
  /** Null where nothing names one. */
  lease: z.string().nullable(),
  leaseKind: z.enum(leaseKinds).nullable(),
  state: z.enum(leaseStates).nullable(),
  holder: z.string().nullable(),
  /** Id of the thing in AWS, where it is known. */
  resource: z.string().nullable(),
  deadline: timestamp.nullable(),
  /** When AWS itself ends it. */
  hardMaximum: timestamp.nullable(),
  settles: z.enum(settlements),
  /** Until when it runs on, or is only watched; null for what ends. */
  until: timestamp.nullable(),
});

/** A restore that no admin has settled yet. */
export const restoredFacts = z.object({
  restoredAt: timestamp,
  takenAt: timestamp,
  newestEntry: z.number().int(),
});

const recovery = z.object({
  /** Null when nothing has to be settled. */
  restored: restoredFacts.nullable(),
  differences: z.array(difference),
  /** Places that did not answer: nothing is known of them. */
  unanswered: z.array(z.string()),
  /** What stands for these differences when they are settled; null when nothing has to be. */
  shown: z.string().nullable(),
});

const show = verb({
  name: 'recovery.show',
  effect: 'read',
  role: 'sre',
  input: z.object({}),
  output: recovery,
  examples: ['recovery show --as sre'],
});

/** Errors: `not-restored`, `restored-unseen`, and `restored-otherwise` where what differs is not what was shown. */
const settle = verb({
  name: 'recovery.settle',
  effect: 'write',
  role: 'admin',
  personOnly: true,
  input: z.object({
    reason,
    /** `shown` of what was looked at. Without it only what differs in nothing is settled. */
    shown: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .optional(),
    /** How long what is in use runs on although its deadline has passed; within its hard maximum. */
    grace: duration.optional(),
    /** Leases to end that nobody can see in AWS, such as memberships that were given back since. */
    end: z.array(leaseId).max(200).optional(),
    /** Settle although a place did not answer. */
    evenUnanswered: z.boolean().optional(),
  }),
  output: recovery,
  examples: [
    'recovery settle --shown 3f9a1c07b2de --reason "looked at both servers with Aiko" --as sre',
  ],
});

/** The verbs by which an admin looks at a restore, and settles it. */
export const recoveryVerbs = { 'recovery.show': show, 'recovery.settle': settle } as const;
