import { z } from 'zod';
import { duration, leaseId, moment, person, reason, ticket, timestamp } from './fields.ts';
import { accessLease, approvalRule } from './lease.ts';
import { verb } from './verb.ts';

/** A name, an alias or the id of an account in the account map, or its environment. */
const account = z.string().trim().min(1).max(60).meta({ format: 'account' });
const permissionSet = z.string().trim().min(1).max(32).meta({ format: 'permission-set' });
const byId = z.object({ id: leaseId });

const requestInput = z.object({
  permissionSet,
  /** One account, or several separated by commas: a lease each. */
  account: z.string().trim().min(1).max(1000).meta({ format: 'account' }),
  /** How long; the house's default when left out. */
  for: duration.optional(),
  reason,
  ticket: ticket.optional(),
  /** When to start; at once when left out. */
  at: moment.optional(),
  /** Start at once without approval; pages everyone and owes a written review. */
  breakGlass: z.boolean().optional(),
});

export const request = verb({
  name: 'access.request',
  effect: 'write',
  input: requestInput,
  /** The lease in the first account; those in the others beside it. */
  output: accessLease.extend({ alongside: z.array(accessLease) }),
  positional: ['permissionSet', 'account', 'for'],
  examples: [
    'access request --permission-set ReadOnly --account production --for 1h --reason "look at the queue" --wait',
  ],
});

export const list = verb({
  name: 'access.list',
  effect: 'read',
  input: z.object({ account: account.optional(), holder: person.optional() }),
  output: z.array(accessLease),
  examples: ['access list', 'access list --account production'],
});

export const show = verb({
  name: 'access.show',
  effect: 'read',
  input: byId,
  output: accessLease,
  positional: ['id'],
  examples: ['access show acc-7k3f9q2m'],
});

export const extend = verb({
  name: 'access.extend',
  effect: 'write',
  input: z.object({ id: leaseId, by: duration }),
  output: accessLease,
  positional: ['id', 'by'],
  examples: ['access extend acc-7k3f9q2m 30m'],
});

export const giveBack = verb({
  name: 'access.return',
  effect: 'write',
  input: z.object({ id: leaseId, reason: reason.optional() }),
  output: accessLease,
  positional: ['id'],
  examples: ['access return acc-7k3f9q2m'],
});

const possible = z.object({
  account: z.string(),
  accountName: z.string(),
  environment: z.string().nullable(),
  production: z.boolean(),
  permissionSet: z.string(),
  /** Why they have it now; null when they do not. */
  has: z.enum(['standing', 'lease']).nullable(),
  /** The lease by which they have it, or asked to have it now; null without one, and for one that starts later. */
  lease: z.string().nullable(),
  verdict: z.enum(['allowed', 'with-approval', 'refused']),
  maximumSeconds: z.number().int().nullable(),
  approval: approvalRule,
  mayBreakGlass: z.boolean(),
  /** The rule that decided; null when none is for them. */
  rule: z.string().nullable(),
  /** Sentence and fix in the reader's language when it would be refused; null when it would not. */
  refusal: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
});
export type PossibleAccess = z.infer<typeof possible>;

export const could = verb({
  name: 'access.could',
  effect: 'read',
  input: z.object({ person: person.optional(), account: account.optional() }),
  output: z.array(possible),
  examples: ['access could', 'access could --account production'],
});

const finding = z.object({
  account: z.string(),
  accountName: z.string(),
  permissionSet: z.string(),
  principalKind: z.enum(['user', 'group']),
  /** User name or group name; the id where the directory knows none. */
  principal: z.string(),
  /** Person of the roster; null for a group or a stranger. */
  person: z.string().nullable(),
  firstSeenAt: timestamp,
  /** When it will be removed by itself; null where the house only reports. */
  removedAfter: timestamp.nullable(),
});
export type DriftFinding = z.infer<typeof finding>;

export const drift = verb({
  name: 'access.drift',
  effect: 'read',
  role: 'sre',
  input: z.object({}),
  output: z.object({
    /** When all accounts were last looked at; null before the first look. */
    lookedAt: timestamp.nullable(),
    /** Accounts that did not answer then. */
    unanswered: z.array(z.string()),
    findings: z.array(finding),
  }),
  examples: ['access drift'],
});
