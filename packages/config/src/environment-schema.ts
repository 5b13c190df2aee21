import { z } from 'zod';
import { containerSize, engineSchema, imageReference } from './engine-schema.ts';
import { accountId, externalId, name, region, span, timeZone } from './schema-fields.ts';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const host = /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

const workingHoursSchema = z.strictObject({
  days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
  from: z.string().regex(clock, 'clock'),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'clock'),
  timeZone: timeZone,
});

/** What servers of every provider are lent by. */
const rules = {
  duration: z.strictObject({
    default: span.describe('How long when nobody says, such as 30m.'),
    maximum: span.describe('Longest lease, extensions included.'),
  }),
  quota: z.int().min(1).max(1000).default(3).describe('Live leases one person may have here.'),
  idleAfter: span.optional().describe('An idle server ends after this; without it none does.'),
  maximumHold: span.default('2h').describe('Longest hold of an idle server.'),
  workingHours: workingHoursSchema.optional().describe('Leases start only in these hours.'),
  imageAge: z
    .strictObject({ warnAfter: span, refuseAfter: span })
    .optional()
    .describe('Age of the machine image from which requesters are warned, or refused.'),
};

const opsServerSchema = z.strictObject({
  launchTemplate: z
    .string()
    .regex(/^(lt-[0-9a-f]{8,17}|[A-Za-z0-9().\-/_]{3,128})$/, 'launch-template')
    .describe('Name or id of the EC2 launch template.'),
  sizes: z
    .array(z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'instance-type'))
    .min(1)
    .describe('Instance types that may be asked for, the default first.'),
  ...rules,
  forwards: z
    .record(
      name,
      z.strictObject({ host: z.string().regex(host, 'host'), port: z.int().min(1).max(65535) }),
    )
    .default({})
    .describe('Hosts that `sekisho ops forward --to NAME` reaches through the server.'),
  forwardDocument: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{3,128}$/, 'session-document')
    .optional()
    .describe(
      'Session document of the account that forwards ports, such as Sekisho-ForwardPort; without it AWS-StartPortForwardingSessionToRemoteHost, which reaches any host.',
    ),
});

const containerServerSchema = z.strictObject({
  image: imageReference,
  sizes: z
    .array(containerSize)
    .min(1)
    .describe('Limits that may be asked for, the default first, such as 1cpu-2g.'),
  ...rules,
});

const production = z.boolean().default(false).describe('Carries the red mark everywhere.');

const awsEnvironment = z.strictObject({
  provider: z
    .literal('aws')
    .optional()
    .describe('What runs its servers: EC2, unless "docker" is written.'),
  production,
  account: accountId.describe('AWS account, twelve digits in quotes.'),
  region,
  roleArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'role-arn')
    .optional()
    .describe('Role that Sekisho assumes in this account; its own identity without it.'),
  externalId: externalId.optional().describe('External id for assuming the role.'),
  opsServer: opsServerSchema,
});

const dockerEnvironment = z.strictObject({
  provider: z.literal('docker').describe('Its servers are containers of one engine.'),
  production,
  engine: engineSchema,
  opsServer: containerServerSchema,
});

export const environmentSchema = z.discriminatedUnion('provider', [
  awsEnvironment,
  dockerEnvironment,
]);
