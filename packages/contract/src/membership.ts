import { z } from 'zod';
import { duration, leaseId, moment, person, reason, ticket } from './fields.ts';
import { approvalRule, membershipLease } from './lease.ts';
import { journalInput, journal as journalOutput } from './membership-journal.ts';
import { verb } from './verb.ts';

/** A team that can be joined, by its name in the configuration. */
const team = z.string().trim().min(1).max(60).meta({ format: 'team' });
const byId = z.object({ id: leaseId });
const bothLanguages = z.object({ en: z.string(), ja: z.string() });

export const request = verb({
  name: 'membership.request',
  effect: 'write',
  input: z.object({
    team,
    /** How long; the team's default when left out. */
    for: duration.optional(),
    reason,
    ticket: ticket.optional(),
    /** When to start; at once when left out. */
    starts: moment.optional(),
  }),
  output: membershipLease,
  positional: ['team', 'for'],
  examples: ['membership request sre 90d --reason "an exchange for a quarter"'],
});

export const list = verb({
  name: 'membership.list',
  effect: 'read',
  input: z.object({ person: person.optional() }),
  output: z.array(membershipLease),
  examples: ['membership list'],
});

export const show = verb({
  name: 'membership.show',
  effect: 'read',
  input: byId,
  output: membershipLease,
  positional: ['id'],
  examples: ['membership show mem-7k3f9q2m'],
});

export const extend = verb({
  name: 'membership.extend',
  effect: 'write',
  input: z.object({ id: leaseId, for: duration }),
  output: membershipLease,
  positional: ['id', 'for'],
  examples: ['membership extend mem-7k3f9q2m 30d'],
});

export const giveBack = verb({
  name: 'membership.return',
  effect: 'write',
  input: z.object({ id: leaseId, reason: reason.optional() }),
  output: membershipLease,
  positional: ['id'],
  examples: ['membership return mem-7k3f9q2m'],
});

export const check = verb({
  name: 'membership.check',
  effect: 'write',
  input: z.object({
    id: leaseId,
    /** Id of the thing to do. */
    item: z.string().trim().min(1).max(60),
    /** False takes it back; true without it. */
    done: z.boolean().optional(),
  }),
  output: membershipLease,
  positional: ['id', 'item'],
  examples: ['membership check mem-7k3f9q2m runbooks'],
});

export const journal = verb({
  name: 'membership.journal',
  effect: 'read',
  input: journalInput,
  output: journalOutput,
  positional: ['id'],
  examples: ['membership journal mem-7k3f9q2m', 'membership journal mem-7k3f9q2m --language ja'],
});

const joinable = z.object({
  team: z.string(),
  name: bothLanguages,
  group: z.string(),
  role: z.enum(['member', 'sre']).nullable(),
  defaultSeconds: z.number().int(),
  permissionSets: z.array(z.object({ account: z.string(), permissionSet: z.string() })),
  slackUserGroups: z.array(z.string()),
  shadowsOnCall: z.boolean(),
  checklist: z.array(
    z.object({ id: z.string(), title: bothLanguages, link: z.string().nullable() }),
  ),
  /** The caller's own membership that is not over; null without one. */
  lease: z.string().nullable(),
  verdict: z.enum(['allowed', 'with-approval', 'refused']),
  /** Longest that it could last; null where it would be refused. */
  maximumSeconds: z.number().int().nullable(),
  approval: approvalRule,
  /** The rule that decided; null when none is for them. */
  rule: z.string().nullable(),
  /** Sentence and fix in the reader's language when it would be refused; null when it would not. */
  refusal: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
});
export type JoinableTeam = z.infer<typeof joinable>;

export const teams = verb({
  name: 'membership.teams',
  effect: 'read',
  input: z.object({}),
  output: z.array(joinable),
  examples: ['membership teams'],
});
