import { z } from 'zod';
import {
  environmentName,
  leaseId,
  limit,
  moment,
  reason,
  serviceName,
  timestamp,
} from './fields.ts';
import { verb } from './verb.ts';

export const principalKinds = ['person', 'agent', 'ci', 'system'] as const;
export const assurances = ['practice', 'token', 'slack', 'oidc', 'passkey', 'none'] as const;

export const principal = z.object({
  id: z.string(),
  kind: z.enum(principalKinds),
  assurance: z.enum(assurances),
  authenticatedAt: timestamp,
});
export type Principal = z.infer<typeof principal>;

export const outcomes = ['done', 'refused'] as const;

export const entry = z.object({
  /** Gapless, from 1. */
  number: z.number().int(),
  at: timestamp,
  actor: principal,
  /** The verb, or the engine's transition such as `lease.ready`. */
  action: z.string(),
  outcome: z.enum(outcomes),
  subject: z.string().nullable(),
  environment: z.string().nullable(),
  service: z.string().nullable(),
  lease: z.string().nullable(),
  /** Facts of the action; never free text, never a secret. */
  data: z.record(z.string(), z.unknown()),
  /** Free text by name, where it has not been erased. */
  texts: z.record(z.string(), z.string()),
  hash: z.string(),
});
export type Entry = z.infer<typeof entry>;

/** One line of an export: enough to recompute the chain offline. */
export const exportedEntry = z.object({
  number: z.number().int(),
  /** The canonical bytes that were hashed, base64. */
  body: z.string(),
  previous: z.string(),
  hash: z.string(),
});
export type ExportedEntry = z.infer<typeof exportedEntry>;

export const checkpoint = z.object({
  installation: z.string(),
  number: z.number().int(),
  hash: z.string(),
  at: timestamp,
  /** Ed25519 public key (SPKI, base64) and signature (base64) over the canonical JSON of the rest. */
  publicKey: z.string(),
  signature: z.string(),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** An Ed25519 public key as checkpoints name theirs: SPKI, base64. */
export const publicKey = z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/);

export const verdict = z.object({
  ok: z.boolean(),
  entries: z.number().int(),
  head: z.string().nullable(),
  /** The first entry that does not hold, and which check it failed. */
  broken: z.object({ number: z.number().int(), check: z.string() }).nullable(),
  anchorsChecked: z.number().int(),
  /**
   * Who vouches for the key that signed the anchors: keys named by whoever asked or by the
   * configuration, or nobody, so that whoever could rewrite the chain could have made them too.
   */
  anchorKey: z.enum(['pinned', 'self-asserted']).nullable(),
});
export type Verdict = z.infer<typeof verdict>;

export const list = verb({
  name: 'timeline.list',
  effect: 'read',
  input: z.object({
    actor: z.string().max(120).optional(),
    service: z.string().max(120).optional(),
    environment: environmentName.optional(),
    lease: leaseId.optional(),
    since: moment.optional(),
    until: moment.optional(),
    limit: limit.optional(),
    /** Entries before this number: the next page. */
    before: z.coerce.number().int().optional(),
  }),
  output: z.array(entry),
  examples: ['timeline list --lease ops-7k3f9q2m', 'timeline list --actor sre --since "7d"'],
});

export const verify = verb({
  name: 'timeline.verify',
  effect: 'read',
  largestCall: 1024 * 1024,
  input: z.object({
    anchors: z.array(checkpoint).max(1000).optional(),
    /** Public keys that may have signed them; those of the configuration without it. */
    keys: z.array(publicKey).min(1).max(100).optional(),
  }),
  output: verdict,
  examples: [
    'timeline verify',
    'timeline verify --anchor anchor.json',
    'timeline verify --anchor anchor.json --key trusted.pub',
  ],
});

export const exportEntries = verb({
  name: 'timeline.export',
  effect: 'read',
  input: z.object({ after: z.coerce.number().int().min(0).optional(), limit: limit.optional() }),
  output: z.array(exportedEntry),
  examples: ['timeline export > timeline.jsonl'],
});

/** What people and deploy jobs tell the timeline of. */
export const noteKinds = ['deploy', 'incident', 'operation'] as const;

export const note = verb({
  name: 'timeline.note',
  effect: 'write',
  input: z.object({
    kind: z.enum(noteKinds),
    service: serviceName,
    text: reason,
    /** Now without it. */
    from: moment.optional(),
    to: moment.optional(),
  }),
  output: z.object({
    kind: z.enum(noteKinds),
    service: z.string(),
    text: z.string(),
    from: timestamp,
    to: timestamp.nullable(),
  }),
  examples: ['timeline note --kind deploy --service shop --text "shop 2026.11.3"'],
});

export const anchor = verb({
  name: 'timeline.anchor',
  effect: 'write',
  role: 'sre',
  input: z.object({}),
  output: checkpoint,
  examples: ['timeline anchor --as sre > anchor.json'],
});
