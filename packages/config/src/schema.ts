import { z } from 'zod';
import { accountsSchema, identityCenterSchema, permissionSetName } from './accounts/schema.ts';
import { alertingSchema } from './alerting-schema.ts';
import { ciSchema } from './ci/schema.ts';
import { directorySchema } from './directory/schema.ts';
import { environmentSchema } from './environment-schema.ts';
import { githubSchema } from './github-schema.ts';
import { keepingSchema } from './keeping/schema.ts';
import { loginSchema, oidcIdentitySchema } from './login-schema.ts';
import { membershipsSchema } from './memberships/schema.ts';
import { recordingSchema } from './recording/schema.ts';
import { reviewSchema, timelineSchema } from './remembering-schema.ts';
import { baseUrl, name, selector, span, timeZone } from './schema-fields.ts';

export { environmentSchema } from './environment-schema.ts';
export { loginSchema } from './login-schema.ts';

/*
 * The shape of sekisho.yaml. Spans are kept as the text that was written (`1h30m`) until
 * `resolve.ts` turns the document into `Config`, so that a problem can show the value.
 * The message of a check is the name of its hint in `problems/shapes.ts`, which says it in both languages.
 */

const selectors = z
  .array(selector)
  .min(1)
  .describe(
    'group:NAME, role:ROLE, person:ID, repository:NAME of "ci", on-call or everyone; one that fits is enough.',
  );

export const personSchema = z.strictObject({
  id: name.describe('Short id that rules, commands and the timeline use.'),
  name: z
    .strictObject({ en: z.string().min(1), ja: z.string().min(1) })
    .describe('The name in both scripts.'),
  email: z.email('email').optional(),
  github: z
    .string()
    .regex(/^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$/, 'github')
    .optional()
    .describe('GitHub login.'),
  slack: z
    .strictObject({
      team: z.string().regex(/^[TE][A-Z0-9]+$/, 'slack-team'),
      user: z.string().regex(/^[UW][A-Z0-9]+$/, 'slack-user'),
    })
    .optional()
    .describe('Ids of the Slack workspace and user; a user id alone identifies nobody.'),
  oidc: oidcIdentitySchema
    .optional()
    .describe(
      'Who the person is to the provider of logins, where "claim" is not the e-mail address.',
    ),
  groups: z.array(name).default([]).describe('Groups, made by being named.'),
  role: z
    .enum(['read-only', 'member', 'sre', 'admin'])
    .default('member')
    .describe('What the person may do at all; policies say what they may have.'),
  language: z.enum(['en', 'ja']).default('en').describe('Language of messages to this person.'),
  timeZone: timeZone.default('UTC').describe('IANA time zone, such as Asia/Tokyo.'),
});

export const policySchema = z.strictObject({
  id: name.describe('Decisions cite it.'),
  who: selectors,
  what: z.array(z.enum(['ops-server', 'permission-set', 'ci-role', 'membership'])).min(1),
  where: z
    .array(z.union([z.literal('*'), name]))
    .min(1)
    .describe('Names of environments and accounts, of teams for memberships, or "*".'),
  permissionSets: z
    .array(permissionSetName)
    .min(1)
    .optional()
    .describe('Permission sets that it speaks of; all of them without it.'),
  purposes: z
    .array(name)
    .min(1)
    .optional()
    .describe('Purposes of jobs that it speaks of; all of them without it.'),
  when: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe('CEL condition over request, person, environment and now; one that fails denies.'),
  maximum: span.optional().describe('Shorter than the environment’s maximum.'),
  approval: z
    .strictObject({
      count: z.int().min(1).max(10).default(1),
      from: selectors,
      stepUp: z
        .enum(['passkey', 'login'])
        .optional()
        .describe(
          'What an approver must show again within 5 minutes: a passkey, or at least a login.',
        ),
    })
    .optional()
    .describe('How many of whom must agree; never the requester. Without it nobody need.'),
  breakGlass: z
    .strictObject({
      who: selectors,
      stepUp: z
        .enum(['passkey', 'login'])
        .optional()
        .describe('What they must show again within 5 minutes: a passkey, or at least a login.'),
    })
    .optional()
    .describe('Who may start at once without approval; it pages everyone and owes a review.'),
  effect: z.enum(['allow', 'deny']).default('allow'),
});

export const onCallSchema = z.strictObject({
  rotation: z.array(name).min(1).describe('Ids in the order of the rota.'),
  every: span.default('7d').describe('Length of a turn.'),
  since: z.iso
    .datetime({ offset: true, error: 'moment' })
    .describe('When the first person’s turn began, ISO 8601 with its offset.'),
});

export const slackSchema = z.strictObject({
  team: z.string().regex(/^[TE][A-Z0-9]+$/, 'slack-team'),
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, 'slack-channel')
    .describe('Channel that shows the cards.'),
  pageChannel: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, 'slack-channel')
    .optional()
    .describe('Channel for what must not be missed; the cards’ channel without it.'),
  mode: z.enum(['socket', 'http']).default('socket'),
});

export const leasesSchema = z
  .strictObject({
    lapseAfter: span.default('8h').describe('A request nobody answered lapses.'),
    reminders: z
      .array(span)
      .default(['30m', '5m'])
      .describe('Spans before the deadline at which the holder is reminded.'),
    readyWithin: span
      .default('5m')
      .describe('How long a server may take from launch to ready, before a reboot.'),
    quietPeriod: span
      .default('15m')
      .describe('How long an ended target is watched for a late launch.'),
    orphanGrace: span
      .default('24h')
      .describe('How long an unknown server is only reported, then only stopped.'),
  })
  .prefault({});

export const configSchema = z.strictObject({
  installation: name.describe(
    'Goes into every tag, so that two installations never touch each other’s servers.',
  ),
  url: baseUrl.optional().describe('Where people open the console; links on cards lead there.'),
  people: z.array(personSchema).min(1),
  onCall: onCallSchema.optional(),
  login: loginSchema.optional().describe('How people sign in: an OpenID Connect provider.'),
  slack: slackSchema.optional(),
  alerting: alertingSchema.optional(),
  github: githubSchema.optional().describe('The commit status "error budget" on pull requests.'),
  environments: z.record(name, environmentSchema),
  identityCenter: identityCenterSchema
    .optional()
    .describe('IAM Identity Center, by which people sign in to the accounts.'),
  accounts: accountsSchema
    .optional()
    .describe('The account map: `sekisho aws config` makes every other file about accounts of it.'),
  ci: ciSchema.optional().describe('Jobs of GitHub Actions, and the roles that they may be lent.'),
  memberships: membershipsSchema
    .optional()
    .describe('Teams that people of the roster join for a term, by name.'),
  directory: directorySchema
    .optional()
    .describe('People and groups that the roster takes over from IAM Identity Center.'),
  policies: z
    .array(policySchema)
    .min(1)
    .describe('Rules in order: the first that fits decides; no rule refuses.'),
  leases: leasesSchema,
  recording: recordingSchema
    .optional()
    .describe('Where sessions on ops servers are recorded, and who may read recordings.'),
  keeping: keepingSchema.optional(),
  review: reviewSchema.optional().describe('The monthly review of SLOs.'),
  timeline: timelineSchema.optional(),
});

/** sekisho.yaml as it was written, with defaults filled in. */
export type ConfigDocument = z.output<typeof configSchema>;
export type PersonDocument = z.output<typeof personSchema>;
export type EnvironmentDocument = z.output<typeof environmentSchema>;
export type PolicyDocument = z.output<typeof policySchema>;
export type LeasesDocument = z.output<typeof leasesSchema>;
export type OnCallDocument = z.output<typeof onCallSchema>;
export type SlackDocument = z.output<typeof slackSchema>;
export type LoginDocument = z.output<typeof loginSchema>;
