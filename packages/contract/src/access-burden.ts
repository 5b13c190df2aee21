import { z } from 'zod';
import { moment, timestamp } from './fields.ts';
import { verb } from './verb.ts';

const principal = z.object({
  kind: z.enum(['user', 'group']),
  /** User name or group name; the id where the directory knows none. */
  name: z.string(),
  /** Who has it by this: people of the roster, user names of strangers. */
  people: z.array(z.string()),
  /** Whether the account map says that they have it all the time. */
  declared: z.boolean(),
});

const burdenSet = z.object({
  account: z.string(),
  accountName: z.string(),
  production: z.boolean(),
  permissionSet: z.string(),
  inMap: z.boolean(),
  /** Why it counts as strong: its name, or because all rules that lend it there want approval. */
  strong: z.enum(['name', 'approval']).nullable(),
  /** Who has it without a lease. */
  standing: z.array(principal),
  lent: z.object({
    /** Leases that somebody had at some time since `since`. */
    times: z.number().int(),
    /** When it was granted last, whenever that was. */
    last: timestamp.nullable(),
  }),
  finding: z.enum(['in-use', 'standing-strong', 'unused', 'not-in-map']),
});
export type BurdenSet = z.infer<typeof burdenSet>;

const burdenRole = z.object({
  account: z.string(),
  accountName: z.string(),
  production: z.boolean(),
  /** With its path, as after `role/` in its ARN. */
  role: z.string(),
  inMap: z.boolean(),
  createdAt: timestamp,
  /** As AWS tells it, hours late; null: not within the 400 days that AWS remembers. */
  lastUsedAt: timestamp.nullable(),
  region: z.string().nullable(),
});
export type BurdenRole = z.infer<typeof burdenRole>;

const change = z.object({
  /**
   * Lend a set instead; drop it from the map; take the assignment away in AWS; drop a role from the
   * map and delete it in AWS; delete in AWS a role that is not in the map.
   */
  do: z.enum(['lend', 'drop', 'unassign', 'drop-role', 'delete-role']),
  account: z.string(),
  accountName: z.string(),
  /** Null for a role. */
  permissionSet: z.string().nullable(),
  /** Null for a permission set. */
  role: z.string().nullable(),
  /** In the reader's language. */
  reason: z.string(),
});
export type BurdenChange = z.infer<typeof change>;

export const burden = verb({
  name: 'access.burden',
  effect: 'read',
  role: 'sre',
  input: z.object({
    /** From when leases count; 90 days ago without it. */
    since: moment.optional(),
    account: z.string().trim().min(1).max(60).meta({ format: 'account' }).optional(),
  }),
  output: z.object({
    since: timestamp,
    until: timestamp,
    /** When the first lease of all was asked for; null where none was. */
    recordsFrom: timestamp.nullable(),
    /** Names of accounts that did not answer: nothing is said of them. */
    unanswered: z.array(z.string()),
    sets: z.array(burdenSet),
    /** Who has strong sets without a lease. */
    people: z.array(
      z.object({
        person: z.string(),
        /** Whether the roster has them. */
        known: z.boolean(),
        sets: z.array(
          z.object({
            accountName: z.string(),
            permissionSet: z.string(),
            /** Group that they have it by; null: an assignment of their own. */
            group: z.string().nullable(),
          }),
        ),
      }),
    ),
    /** IAM roles that nobody used since then; not those of AWS's services, of permission sets and of Sekisho. */
    roles: z.array(burdenRole),
    /** Unused roles beyond those. */
    rolesMore: z.number().int(),
    /** Accounts whose roles are looked at: once a day, in the background. */
    roleLooks: z.array(
      z.object({
        accountName: z.string(),
        /** When AWS had told of every role; null: not yet. */
        lookedAt: timestamp.nullable(),
        /** Why the last look ended early, by AWS's code. */
        problem: z.string().nullable(),
      }),
    ),
    /** Roles of the map in accounts that are not looked at, or were not yet. */
    rolesNotLookedAt: z.array(z.object({ accountName: z.string(), role: z.string() })),
    /** What this answer rests on and what it cannot know, in the reader's language. */
    knows: z.array(z.string()),
    proposal: z.object({
      changes: z.array(change),
      /** The smaller map of the accounts that change, as YAML; null when it stays as it is. Nothing is written. */
      map: z.string().nullable(),
    }),
  }),
  examples: ['access burden', 'access burden --account production --since 30d'],
});
