import { z } from 'zod';
import { timestamp } from './fields.ts';
import { verb } from './verb.ts';

const byId = z.object({ id: z.string().min(1).max(60) });

const session = z.object({
  id: z.string(),
  person: z.string(),
  /** A browser's, or a command line's. */
  kind: z.enum(['console', 'device']),
  /** What the browser or the machine calls itself. */
  client: z.string(),
  address: z.string(),
  createdAt: timestamp,
  lastSeenAt: timestamp,
  expiresAt: timestamp,
  revokedAt: timestamp.nullable(),
  /** Whether it is the one that asks. */
  current: z.boolean(),
});

export const listSessions = verb({
  name: 'session.list',
  effect: 'read',
  input: z.object({}),
  output: z.array(session),
  examples: ['session list'],
});

export const revokeSession = verb({
  name: 'session.revoke',
  effect: 'write',
  input: byId,
  output: session,
  positional: ['id'],
  examples: ['session revoke ses-4f6h8j2k'],
});

const passkey = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  createdAt: timestamp,
  lastUsedAt: timestamp.nullable(),
});

export const listPasskeys = verb({
  name: 'passkey.list',
  effect: 'read',
  input: z.object({}),
  output: z.array(passkey),
  examples: ['passkey list'],
});

export const removePasskey = verb({
  name: 'passkey.remove',
  effect: 'write',
  personOnly: true,
  input: byId,
  output: passkey,
  positional: ['id'],
  examples: ['passkey remove pk-4f6h8j2k'],
});

const link = z.object({
  id: z.string(),
  person: z.string(),
  team: z.string(),
  user: z.string(),
  linkedAt: timestamp,
});

export const listLinks = verb({
  name: 'people.links',
  effect: 'read',
  input: z.object({}),
  output: z.array(link),
  examples: ['people links'],
});

export const unlink = verb({
  name: 'people.unlink',
  effect: 'write',
  input: byId,
  output: link,
  positional: ['id'],
  examples: ['people unlink lnk-4f6h8j2k'],
});
