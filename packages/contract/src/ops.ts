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
import { imageFacts } from './image.ts';
import { approvalRule, opsLease } from './lease.ts';
import { leaseStates } from './states.ts';
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
    /** Error budgets for want of which a rule did not lend: why more people must agree, or why it would be refused. */
    budgets: z.array(
      z.object({
        rule: z.string(),
        /** An SLO or a service, as the rule names it. */
        budget: z.string(),
        /** Share that is left; below 0 when overspent. */
        left: z.number(),
        /** Share that the rule asks for; null where its condition does not write one out. */
        asked: z.number().nullable(),
      }),
    ),
    /** Age of the machine image; null when nobody can tell. */
    imageAgeDays: z.number().int().nullable(),
    /** Past the age from which the environment warns. */
    imageOld: z.boolean(),
    /** Where it comes from; null when nothing was published of it, or nobody can tell. */
    imageProvenance: imageFacts.nullable(),
    /** Sentence and fix in the reader's language when it would be refused; null when it would not. */
    refusal: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
  }),
  positional: ['environment', 'for'],
  examples: ['ops quote production 1h'],
});

export const list = verb({
  name: 'ops.list',
  effect: 'read',
  input: z.object({
    environment: environmentName.optional(),
    holder: person.optional(),
    /** No more than so many: the caller's own first, then what waits, then what ends soonest. */
    limit: limit.optional(),
  }),
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

export const replace = verb({
  name: 'ops.replace',
  effect: 'write',
  input: z.object({
    id: leaseId,
    /** Also while the server is held: what runs on it is lost. */
    force: z.boolean().optional(),
  }),
  output: opsLease,
  positional: ['id'],
  examples: ['ops replace ops-7k3f9q2m --wait'],
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
