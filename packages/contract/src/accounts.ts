import { z } from 'zod';
import { verb } from './verb.ts';

const permissionSet = z.object({
  name: z.string(),
  /** Who may have it; empty: not said. */
  groups: z.array(z.string()),
  /** Whether those who may have it have it all the time; else it is lent. */
  standing: z.boolean(),
});

const switchRole = z.object({
  name: z.string(),
  from: z.object({ account: z.string(), permissionSet: z.string().nullable() }),
  externalId: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  transitiveTags: z.array(z.string()),
});

const account = z.object({
  name: z.string(),
  /** Twelve digits. */
  id: z.string(),
  environment: z.string().nullable(),
  production: z.boolean(),
  region: z.string().nullable(),
  aliases: z.array(z.string()),
  /** Six hexadecimal digits; null without one. */
  color: z.string().nullable(),
  permissionSets: z.array(permissionSet),
  roles: z.array(switchRole),
});

export const accounts = verb({
  name: 'access.accounts',
  effect: 'read',
  input: z.object({}),
  /** The account map, of which every other file about accounts is made. */
  output: z.object({
    /** Null where nobody signs in by IAM Identity Center. */
    identityCenter: z
      .object({ session: z.string(), startUrl: z.string(), region: z.string() })
      .nullable(),
    accounts: z.array(account),
  }),
  examples: ['access accounts'],
});
