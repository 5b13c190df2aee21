import { z } from 'zod';
import {
  dollars,
  duration,
  environmentName,
  leaseId,
  limit,
  moment,
  person,
  reason,
  ticket,
  timestamp,
} from './fields.ts';
import { approvalRule, leaseStates, opsLease } from './lease.ts';
import { verb } from './verb.ts';

const startInput = z.object({
  environment: environmentName,
  /** How long; the environment's default when left out. */
  for: duration.optional(),
  reason,
  ticket: ticket.optional(),
  /** Instance type, one of the environment's sizes; the first when left out. */
  size: z.string().trim().min(1).max(40).meta({ format: 'size' }).optional(),
  /** When to start; at once when left out. */
  at: moment.optional(),
  /** Start at once without approval; pages everyone and owes a written review. */
  breakGlass: z.boolean().optional(),
});

const byId = z.object({ id: leaseId });

export const start = verb({
  name: 'ops.start',
  effect: 'write',
  input: startInput,
  output: opsLease,
  positional: ['environment', 'for'],
  examples: ['ops start --environment staging --for 30m --reason "look at the slow query" --wait'],
});

export const quote = verb({
  name: 'ops.quote',
  effect: 'read',
  input: startInput.partial({ reason: true }),
  output: z.object({
    environment: z.string(),
    production: z.boolean(),
    durationSeconds: z.number().int(),
    maximumSeconds: z.number().int(),
    sizes: z.array(z.object({ instanceType: z.string(), costPerHour: dollars.nullable() })),
    instanceType: z.string(),
    costPerHour: dollars.nullable(),
    costTotal: dollars.nullable(),
    approval: approvalRule,
    mayBreakGlass: z.boolean(),
    /** Sentence and fix in the reader's language when it would be refused; null when it would not. */
    refusal: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  }),
  positional: ['environment', 'for'],
  examples: ['ops quote production 1h'],
});

export const list = verb({
  name: 'ops.list',
  effect: 'read',
  input: z.object({ environment: environmentName.optional(), holder: person.optional() }),
  output: z.array(opsLease),
  examples: ['ops list', 'ops list --environment production --json'],
});

export const show = verb({
  name: 'ops.show',
  effect: 'read',
  input: byId,
  output: opsLease,
  positional: ['id'],
  examples: ['ops show ops-7k3f9q2m'],
});

const command = z.object({
  instanceId: z.string(),
  /** The exact words, for a program. */
  argv: z.array(z.string()),
  /** The same, quoted for a shell. */
  command: z.string(),
  deadline: timestamp.nullable(),
});

export const connect = verb({
  name: 'ops.connect',
  effect: 'read',
  role: 'member',
  input: byId,
  output: command,
  positional: ['id'],
  examples: ['ops connect ops-7k3f9q2m', 'ops connect ops-7k3f9q2m --exec'],
});

export const forward = verb({
  name: 'ops.forward',
  effect: 'read',
  role: 'member',
  input: z.object({
    id: leaseId,
    /** A name that the environment's configuration gives to a host and port. */
    to: z.string().trim().min(1).max(60).meta({ format: 'forward' }),
    localPort: z.coerce.number().int().min(1).max(65535).optional(),
  }),
  output: command.extend({ host: z.string(), remotePort: z.number(), localPort: z.number() }),
  positional: ['id'],
  examples: ['ops forward ops-7k3f9q2m --to db'],
});

export const extend = verb({
  name: 'ops.extend',
  effect: 'write',
  input: z.object({ id: leaseId, by: duration }),
  output: opsLease,
  positional: ['id'],
  examples: ['ops extend ops-7k3f9q2m --by 30m'],
});

export const hold = verb({
  name: 'ops.hold',
  effect: 'write',
  input: z.object({
    id: leaseId,
    for: duration,
    /** What keeps running while nobody is connected. */
    reason: reason.optional(),
  }),
  output: opsLease,
  positional: ['id'],
  examples: ['ops hold ops-7k3f9q2m --for 1h --reason "index build"'],
});

export const handover = verb({
  name: 'ops.handover',
  effect: 'write',
  input: z.object({ id: leaseId, to: person }),
  output: opsLease,
  positional: ['id'],
  examples: ['ops handover ops-7k3f9q2m --to sre'],
});

export const stop = verb({
  name: 'ops.stop',
  effect: 'write',
  input: z.object({ id: leaseId, reason: reason.optional() }),
  output: opsLease,
  positional: ['id'],
  examples: ['ops stop ops-7k3f9q2m --wait'],
});

export const history = verb({
  name: 'ops.history',
  effect: 'read',
  input: z.object({
    /** Words found in the reason, ticket, id, instance or people. */
    search: z.string().trim().max(200).optional(),
    environment: environmentName.optional(),
    holder: person.optional(),
    state: z.enum(leaseStates).optional(),
    since: moment.optional(),
    until: moment.optional(),
    limit: limit.optional(),
    /** Lease id of the last row of the page before. */
    before: leaseId.optional(),
  }),
  output: z.array(opsLease),
  examples: ['ops history --search "slow query"', 'ops history --json'],
});

export const who = verb({
  name: 'ops.who',
  effect: 'read',
  input: z.object({ environment: environmentName.optional() }),
  output: z.array(
    z.object({
      lease: z.string(),
      environment: z.string(),
      holder: z.string(),
      instanceId: z.string(),
      sessionId: z.string(),
      owner: z.string(),
      startedAt: timestamp,
      document: z.string().nullable(),
    }),
  ),
  examples: ['ops who'],
});

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
    withheld: z.enum(['database-empty', 'database-older-than-instances']).nullable(),
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
