import { z } from 'zod';
import { permissionSetName } from '../accounts/schema.ts';
import { httpUrl, name, span } from '../schema-fields.ts';

/* `memberships` of sekisho.yaml: teams that people join for a term. */

const bothLanguages = { en: z.string().min(1).max(200), ja: z.string().min(1).max(200) };

export const membershipSchema = z.strictObject({
  name: z.strictObject(bothLanguages).describe('What the team is called.'),
  group: name.describe('Group of the roster that a member is in while the membership lasts.'),
  role: z
    .enum(['member', 'sre'])
    .optional()
    .describe('Role that a member has at least; only ever raised, and never to admin.'),
  default: span.default('90d').describe('How long it lasts when nobody says.'),
  maximum: span.default('180d').describe('How long it may last, with every extension.'),
  permissionSets: z
    .array(
      z.strictObject({
        account: z.string().min(1).describe('Name of an account of the account map.'),
        set: permissionSetName,
      }),
    )
    .max(20)
    .default([])
    .describe('Permission sets that a member has all the time, each a lease of its own.'),
  slackUserGroups: z
    .array(z.string().regex(/^S[A-Z0-9]+$/, 'slack-user-group'))
    .max(20)
    .default([])
    .describe('Slack user groups that a member is in.'),
  onCall: z
    .enum(['shadow'])
    .optional()
    .describe('A member is told whatever pages those on call, without being on call.'),
  checklist: z
    .array(
      z.strictObject({
        id: name,
        ...bothLanguages,
        link: httpUrl.optional().describe('Where it is done or explained.'),
      }),
    )
    .max(50)
    .default([])
    .describe('First things to do.'),
});

export const membershipsSchema = z.record(name, membershipSchema);

export type MembershipDocument = z.output<typeof membershipSchema>;
