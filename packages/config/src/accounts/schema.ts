import { z } from 'zod';
import { accountId, externalId, httpUrl, name, region, span } from '../schema-fields.ts';

/*
 * `identityCenter` and `accounts` of sekisho.yaml: the account map.
 * Names of permission sets and roles: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PermissionSet.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html
 */

/** Becomes part of profile names, which several programs read. */
const accountName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'account-name');
export const permissionSetName = z.string().regex(/^[\w+=,.@-]{1,32}$/, 'permission-set');
const roleName = z.string().regex(/^([\w+.@-]+\/)*[\w+.@-]{1,64}$/, 'role-name');
const roleArn = z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'role-arn');
const tag = z.string().regex(/^[\w.:/+@-]{1,128}$/, 'session-tag');

const liveSessionsSchema = z
  .strictObject({
    roleArn: roleArn.describe(
      'Role of its own, in the management account or that of the delegated administrator for policies.',
    ),
    externalId: externalId.optional().describe('External id for assuming the role.'),
    policy: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'policy-name')
      .default('sekisho-live-sessions')
      .describe('Beginning of the names of its service control policies.'),
  })
  .describe(
    'Ends sessions with the lease, by service control policies; does nothing until two admins agree.',
  );

export const identityCenterSchema = z.strictObject({
  startUrl: httpUrl.describe('Of the access portal: https://example.awsapps.com/start.'),
  region,
  session: accountName.default('sekisho').describe('Name of the sso-session section.'),
  account: accountId
    .optional()
    .describe(
      'Account that Identity Center is administered from; permission sets are lent with it.',
    ),
  roleArn: roleArn
    .optional()
    .describe('Role that Sekisho assumes there; its own identity without it.'),
  externalId: externalId.optional().describe('External id for assuming the role.'),
  duration: z
    .strictObject({ default: span.default('1h'), maximum: span.default('8h') })
    .prefault({})
    .describe('How long a permission set is lent when nobody says, and at most.'),
  drift: z
    .strictObject({
      remove: z.boolean().default(false).describe('Take away what nothing explains.'),
      grace: span.default('24h').describe('How long it is only reported before.'),
    })
    .prefault({})
    .describe('Assignments that no lease and no standing access explains.'),
  liveSessions: liveSessionsSchema.optional(),
});

const permissionSetSchema = z.strictObject({
  name: permissionSetName,
  groups: z.array(name).default([]).describe('Who may have it; everybody without any.'),
  standing: z
    .boolean()
    .default(false)
    .describe('Assigned all the time: its profile asks for no lease.'),
  standingGroups: z
    .array(z.string().min(1).max(1024))
    .default([])
    .describe('Groups of Identity Center that have it all the time.'),
  viaGroup: z
    .string()
    .min(1)
    .max(1024)
    .optional()
    .describe('Group of Identity Center to lend it by, where an assignment cannot be made.'),
});

const roleSchema = z.strictObject({
  name: roleName.describe('With its path: Deploy, or ci/Deploy.'),
  from: z
    .strictObject({ account: accountName, permissionSet: permissionSetName.optional() })
    .describe('Where one is signed in before: as an IAM user without a permission set.'),
  externalId: externalId.optional(),
  tags: z.record(tag, tag).default({}).describe('Session tags, which aws-vault sends.'),
  transitiveTags: z.array(tag).default([]).describe('Those that go on to a next role.'),
});

export const accountSchema = z.strictObject({
  id: accountId.describe('Twelve digits in quotes.'),
  environment: name.optional().describe('Environment that lives there.'),
  production: z.boolean().optional().describe('As its environment without it.'),
  region: region.optional().describe('That of its environment, or of Identity Center, without it.'),
  aliases: z.array(accountName).default([]).describe('Further names for its profiles.'),
  color: z
    .string()
    .regex(/^#?[0-9A-Fa-f]{6}$/, 'color')
    .optional()
    .describe('Six hexadecimal digits in quotes; red for production without it.'),
  look: z
    .strictObject({ roleArn, externalId: externalId.optional() })
    .optional()
    .describe(
      'Role that may read which IAM roles the account has; they are not looked at without.',
    ),
  permissionSets: z.array(z.union([permissionSetName, permissionSetSchema])).default([]),
  roles: z.array(roleSchema).default([]).describe('What one switches to by sts:AssumeRole.'),
});

export const accountsSchema = z.record(accountName, accountSchema);

/** The parts of sekisho.yaml that the account map is made of. */
export const accountMapSchema = z.object({
  identityCenter: identityCenterSchema.optional(),
  accounts: accountsSchema,
});

export type AccountDocument = z.output<typeof accountSchema>;
export type AccountMapDocument = z.output<typeof accountMapSchema>;
