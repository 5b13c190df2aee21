import { z } from 'zod';
import { duration, leaseId, reason, timestamp } from './fields.ts';
import { ciLease } from './lease.ts';
import { leaseStates } from './states.ts';
import { verb } from './verb.ts';

const byId = z.object({ id: leaseId });

/** A token of the job: GitHub makes a fresh one for each call, and each is good once. */
const token = z.string().min(1).max(16_384).meta({ format: 'secret' });

const plan = z.object({
  /** SHA-256 of the saved plan file, lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What `terraform show -json` prints of it, as text or parsed; needed once, when the lease is asked for. */
  json: z.unknown().optional(),
  /** Where the code stands and in which folders the change has files, from the top of the repository: what changes elsewhere is told. */
  directories: z
    .object({
      root: z.string().max(400),
      changed: z.array(z.string().max(400)).max(5000),
    })
    .optional(),
});

/** What a job is told each time that it asks. */
const answer = z.object({
  lease: leaseId,
  state: z.enum(leaseStates),
  /** Where it is approved; null where nobody said what the console’s address is. */
  url: z.string().nullable(),
  /** How it stands, for the log of the job. */
  message: z.string(),
  /** Null until the lease is active, and always for a window. */
  credentials: z
    .object({
      accessKeyId: z.string(),
      secretAccessKey: z.string(),
      sessionToken: z.string(),
      expiresAt: timestamp,
    })
    .nullable(),
  /** The role, once it is lent; the session of a window must bear this name. */
  role: z.object({ arn: z.string(), sessionName: z.string(), region: z.string() }).nullable(),
  deadline: timestamp.nullable(),
  /** Seconds after which to ask again; 0 when there is nothing to wait for. */
  retryAfterSeconds: z.number().int(),
});

export const exchange = verb({
  name: 'ci.exchange',
  effect: 'write',
  // A plan of 5,000 resources has about 30 MB.
  largestCall: 40 * 1024 * 1024,
  secret: true,
  input: z.object({
    token,
    /** What the role is for, as the configuration names it: `plan`, `apply`. */
    purpose: z.string().trim().min(1).max(40),
    plan: plan.optional(),
    /** Seconds to wait for news before answering. */
    wait: z.coerce.number().int().min(0).max(50).optional(),
  }),
  output: answer,
  examples: ['ci exchange --token "$TOKEN" --purpose apply --wait 50'],
});

export const finish = verb({
  name: 'ci.finish',
  effect: 'write',
  input: z.object({ token, lease: leaseId }),
  output: answer,
  examples: ['ci finish --token "$TOKEN" --lease ci-7k3f9q2m'],
});

export const extend = verb({
  name: 'ci.extend',
  effect: 'write',
  input: z.object({ id: leaseId, by: duration }),
  output: ciLease,
  positional: ['id', 'by'],
  examples: ['ci extend ci-7k3f9q2m 30m'],
});

export const stop = verb({
  name: 'ci.stop',
  effect: 'write',
  input: z.object({ id: leaseId, reason: reason.optional() }),
  output: ciLease,
  positional: ['id'],
  examples: ['ci stop ci-7k3f9q2m --reason "wrong plan"'],
});

export const showPlan = verb({
  name: 'ci.plan',
  effect: 'read',
  input: byId,
  output: z.object({
    id: leaseId,
    /** SHA-256 of summary and diff, which the approval binds. */
    digest: z.string(),
    /** Counts and risks, without anything sensitive. */
    summary: z.unknown(),
    /** What changes, attribute by attribute, without anything sensitive. */
    diff: z.unknown(),
  }),
  positional: ['id'],
  examples: ['ci plan ci-7k3f9q2m'],
});
