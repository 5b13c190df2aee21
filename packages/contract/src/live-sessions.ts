import { z } from 'zod';
import { reason, timestamp } from './fields.ts';
import { verb } from './verb.ts';

/** What becomes of sessions of one person and set in an account after their lease ended. */
const sessionFates = ['ending', 'ended', 'stand', 'no-room'] as const;

const end = z.object({
  /** The lease that ended last. */
  lease: z.string(),
  person: z.string(),
  permissionSet: z.string(),
  /** Sessions that began before are meant. */
  issuedBefore: timestamp,
  /** When the last of them ends by itself. */
  until: timestamp,
  fate: z.enum(sessionFates),
  /** Why AWS does not have it yet, in its own code; null where it does, or nothing was tried. */
  trouble: z.string().nullable(),
});

const account = z.object({
  account: z.string(),
  accountName: z.string(),
  /** Characters of its policy; 0 while there is none. */
  size: z.number().int(),
  limit: z.number().int(),
  /** Why its policy does not say what it should, in AWS's own code; null where it does. */
  trouble: z.string().nullable(),
  ends: z.array(end),
});

/** Off: not configured. Void: what was agreed to is not what is configured now. */
const liveSessionsStates = [
  'off',
  'not-proposed',
  'proposed',
  'approved',
  'void',
  'revoked',
] as const;

const settings = z.object({
  roleArn: z.string(),
  /** Beginning of the names of the policies. */
  policy: z.string(),
  accounts: z.array(z.object({ account: z.string(), accountName: z.string() })),
  /** The statement, with words in the place of what changes. */
  statement: z.string(),
});

const liveSessions = z.object({
  state: z.enum(liveSessionsStates),
  settings: settings.nullable(),
  /** What an approval is bound to; null while off. */
  hash: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: timestamp.nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: timestamp.nullable(),
  revokedBy: z.string().nullable(),
  /** The account that AWS lets no such policy bind; null before a proposal. */
  management: z.string().nullable(),
  accounts: z.array(account),
});
export type LiveSessions = z.infer<typeof liveSessions>;

export const show = verb({
  name: 'access.live-sessions',
  effect: 'read',
  role: 'sre',
  input: z.object({}),
  output: liveSessions,
  examples: ['access live-sessions'],
});

export const propose = verb({
  name: 'access.live-sessions-propose',
  effect: 'write',
  role: 'admin',
  personOnly: true,
  input: z.object({ reason }),
  output: liveSessions,
  examples: ['access live-sessions-propose --reason "sessions must not outlive incidents"'],
});

export const approve = verb({
  name: 'access.live-sessions-approve',
  effect: 'approve',
  role: 'admin',
  input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: liveSessions,
  positional: ['hash'],
  examples: [
    'access live-sessions-approve 4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a',
  ],
});

export const revoke = verb({
  name: 'access.live-sessions-revoke',
  effect: 'write',
  role: 'admin',
  input: z.object({ reason }),
  output: liveSessions,
  examples: ['access live-sessions-revoke --reason "somebody is locked out"'],
});
