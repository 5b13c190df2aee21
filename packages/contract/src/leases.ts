import { z } from 'zod';
import { environmentName, leaseId, limit, moment, person, reason, timestamp } from './fields.ts';
import { anyLease, lease } from './lease.ts';
import { leaseKinds, leaseStates } from './states.ts';
import { verb } from './verb.ts';

const byId = z.object({ id: leaseId });

export const list = verb({
  name: 'lease.list',
  effect: 'read',
  input: z.object({
    environment: environmentName.optional(),
    holder: person.optional(),
    /** No more than so many: the caller's own first, then what waits, then what ends soonest. */
    limit: limit.optional(),
  }),
  output: z.array(anyLease),
  examples: ['lease list', 'lease list --environment staging'],
});

export const history = verb({
  name: 'lease.history',
  effect: 'read',
  input: z.object({
    /** Words found in the reason, ticket, id, what was lent or people. */
    search: z.string().trim().max(200).optional(),
    kind: z.enum(leaseKinds).optional(),
    /** Name of an environment; name, alias or id of an account. */
    environment: z.string().trim().min(1).max(60).optional(),
    holder: person.optional(),
    permissionSet: z.string().trim().min(1).max(32).optional(),
    /** What a job borrowed a role for. */
    purpose: z.string().trim().min(1).max(40).optional(),
    team: z.string().trim().min(1).max(40).optional(),
    state: z.enum(leaseStates).optional(),
    since: moment.optional(),
    until: moment.optional(),
    limit: limit.optional(),
    /** Lease id of the last row of the page before. */
    before: leaseId.optional(),
  }),
  output: z.array(anyLease),
  examples: ['lease history --search "slow query"', 'lease history --kind permission-set --json'],
});

export const show = verb({
  name: 'lease.show',
  effect: 'read',
  input: byId,
  output: anyLease,
  positional: ['id'],
  examples: ['lease show acc-7k3f9q2m'],
});

export const approve = verb({
  name: 'lease.approve',
  effect: 'approve',
  input: byId,
  output: lease,
  positional: ['id'],
  examples: ['lease approve ops-7k3f9q2m --as sre'],
});

export const deny = verb({
  name: 'lease.deny',
  effect: 'approve',
  input: z.object({ id: leaseId, reason }),
  output: lease,
  positional: ['id'],
  examples: ['lease deny ops-7k3f9q2m --reason "use the read replica" --as sre'],
});

export const withdraw = verb({
  name: 'lease.withdraw',
  effect: 'write',
  input: byId,
  output: lease,
  positional: ['id'],
  examples: ['lease withdraw ops-7k3f9q2m'],
});

export const review = verb({
  name: 'lease.review',
  effect: 'write',
  personOnly: true,
  input: z.object({ id: leaseId, text: z.string().trim().min(20).max(10_000) }),
  output: lease,
  positional: ['id'],
  examples: [
    'lease review ops-7k3f9q2m --text "Checkout was down; restarted the worker; follow-up in OPS-12."',
  ],
});

const halt = z.object({
  stopped: z.boolean(),
  since: timestamp.nullable(),
  leases: z.array(z.string()),
});

export const stopAll = verb({
  name: 'lease.stop-all',
  effect: 'write',
  role: 'admin',
  input: z.object({ reason }),
  output: halt,
  examples: ['lease stop-all --reason "credential leak" --as sre'],
});

export const resume = verb({
  name: 'lease.resume',
  effect: 'write',
  personOnly: true,
  role: 'admin',
  input: z.object({ reason }),
  output: halt,
  examples: ['lease resume --reason "leak contained" --as sre'],
});
