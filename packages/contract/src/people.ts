import { z } from 'zod';
import { duration, environmentName, person as personField, timestamp } from './fields.ts';
import { approvalRule } from './lease.ts';
import { restoredFacts } from './recovery.ts';
import { principal } from './timeline.ts';
import { roles, verb } from './verb.ts';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

export const person = z.object({
  id: z.string(),
  name: z.object({ en: z.string(), ja: z.string() }),
  email: z.string().nullable(),
  github: z.string().nullable(),
  groups: z.array(z.string()),
  role: z.enum(roles),
  language: z.enum(languages),
  timeZone: z.string(),
  onCall: z.boolean(),
  /** Told whatever pages those on call, without being on call; absent for everybody else. */
  shadowsOnCall: z.boolean().optional(),
  /** Groups that only a membership gives; absent without any. */
  lentGroups: z.array(z.string()).optional(),
  /** Groups that only the directory gives; absent without any. */
  directoryGroups: z.array(z.string()).optional(),
  /** Where they come from, where that is not the configuration's file. */
  from: z.literal('directory').optional(),
  /** Whether the directory has them deactivated; absent for everybody else. */
  deactivated: z.boolean().optional(),
});
export type Person = z.infer<typeof person>;

export const list = verb({
  name: 'people.list',
  effect: 'read',
  input: z.object({}),
  output: z.array(person),
  examples: ['people list'],
});

export const directory = verb({
  name: 'people.directory',
  effect: 'read',
  role: 'sre',
  input: z.object({}),
  output: z.object({
    /** Whether the roster takes anything over from Identity Center. */
    configured: z.boolean(),
    /** When it was read last; null: never. */
    readAt: timestamp.nullable(),
    /** Why the last try read nothing, by AWS's code; null when it did. */
    problem: z.string().nullable(),
    /** Whether what was read is too old to give anything. */
    stale: z.boolean(),
    /** How many people of the roster are in it, and how many it adds. */
    found: z.number().int(),
    added: z.number().int(),
    deactivated: z.array(z.string()),
    /** Two users who could be one person; a user who could be somebody of the file; one whose e-mail or id is taken; a group that is not there. */
    problems: z.array(
      z.object({
        kind: z.enum(['same-person', 'maybe-same-person', 'id-taken', 'group-missing']),
        about: z.string(),
      }),
    ),
  }),
  examples: ['people directory'],
});

export const me = verb({
  name: 'people.me',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    principal,
    person: person.nullable(),
    installation: z.string(),
    practice: z.boolean(),
    /** Since when everything is stopped, and by whom; null when nothing is. */
    stopped: z.object({ since: timestamp, by: z.string() }).nullable(),
    /** A restore that no admin has settled: until then nothing is lent or taken back. */
    restored: restoredFacts.nullable(),
    environments: z.array(
      z.object({
        name: z.string(),
        production: z.boolean(),
        region: z.string(),
        sizes: z.array(z.string()),
        forwards: z.array(z.string()),
      }),
    ),
  }),
  examples: ['people me'],
});

export const explain = verb({
  name: 'policy.explain',
  effect: 'read',
  input: z.object({
    person: personField.optional(),
    environment: environmentName.optional(),
    for: duration.optional(),
  }),
  output: z.array(
    z.object({
      person: z.string(),
      environment: z.string(),
      verdict: z.enum(['allowed', 'with-approval', 'refused']),
      maximumSeconds: z.number().int().nullable(),
      approval: approvalRule,
      mayBreakGlass: z.boolean(),
      /** Id of the rule that decided; null when none matched. */
      rule: z.string().nullable(),
      /** Each rule looked at, in order, and what it said. */
      trace: z.array(z.object({ rule: z.string(), result: z.string() })),
    }),
  ),
  examples: ['policy explain --person engineer --environment production'],
});

const token = z.object({
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  /** Verb names or `ops.*`, `*.list`-like patterns that it may call. */
  scopes: z.array(z.string()),
  createdAt: timestamp,
  expiresAt: timestamp,
  lastUsedAt: timestamp.nullable(),
  revokedAt: timestamp.nullable(),
});

export const createToken = verb({
  name: 'token.create',
  effect: 'write',
  secret: true,
  input: z.object({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(z.string().trim().min(1).max(60)).min(1).max(50),
    expires: duration,
    /** The token acts as an agent instead of as its owner. */
    agent: z.boolean().optional(),
  }),
  output: token.extend({ token: z.string() }),
  examples: [
    'token create --name "nightly report" --scopes ops.list --scopes ops.history --expires 30d',
  ],
});

export const listTokens = verb({
  name: 'token.list',
  effect: 'read',
  input: z.object({}),
  output: z.array(token),
  examples: ['token list'],
});

export const revokeToken = verb({
  name: 'token.revoke',
  effect: 'write',
  input: z.object({ id: z.string().min(1).max(60) }),
  output: token,
  positional: ['id'],
  examples: ['token revoke tok-4f6h8j2k'],
});
