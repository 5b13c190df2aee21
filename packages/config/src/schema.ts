import { z } from 'zod';

/*
 * The shape of sekisho.yaml. Spans are kept as the text that was written (`1h30m`) until
 * `resolve.ts` turns the document into `Config`, so that a problem can show the value.
 */

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');
const span = z.string().meta({ format: 'duration' });
/** `group:<name>`, `role:<role>`, `person:<id>`, `on-call` or `everyone`. */
const who = z
  .string()
  .regex(
    /^(everyone|on-call|(group|role|person):[a-z0-9][a-z0-9-]*)$/,
    'group:…, role:…, person:…, on-call or everyone',
  );

export const personSchema = z.strictObject({
  id: name,
  name: z.strictObject({ en: z.string().min(1), ja: z.string().min(1) }),
  email: z.email().optional(),
  github: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,39}$/)
    .optional(),
  slack: z
    .strictObject({
      team: z.string().regex(/^[TE][A-Z0-9]+$/),
      user: z.string().regex(/^[UW][A-Z0-9]+$/),
    })
    .optional(),
  groups: z.array(name).default([]),
  role: z.enum(['read-only', 'member', 'sre', 'admin']).default('member'),
  language: z.enum(['en', 'ja']).default('en'),
  timeZone: z.string().default('UTC'),
});

export const environmentSchema = z.strictObject({
  production: z.boolean().default(false),
  account: z.string().regex(/^\d{12}$/, 'twelve digits in quotes'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  roleArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/)
    .optional(),
  externalId: z.string().min(2).optional(),
  opsServer: z.strictObject({
    launchTemplate: z.string().min(1),
    /** Instance types, the default first. */
    sizes: z.array(z.string().min(1)).min(1),
    duration: z.strictObject({ default: span, maximum: span }),
    /** Live leases one person may have here. */
    quota: z.int().min(1).default(3),
    /** Longest an idle server is kept; none means that idleness ends nothing. */
    idleAfter: span.optional(),
    /** Longest hold. */
    maximumHold: span.default('2h'),
    workingHours: z
      .strictObject({
        days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).min(1),
        from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
        to: z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/),
        timeZone: z.string(),
      })
      .optional(),
    imageAge: z.strictObject({ warnAfter: span, refuseAfter: span }).optional(),
    /** Hosts that `ops forward --to NAME` reaches through the server. */
    forwards: z
      .record(name, z.strictObject({ host: z.string().min(1), port: z.int().min(1).max(65535) }))
      .default({}),
  }),
});

export const policySchema = z.strictObject({
  id: name,
  who: z.array(who).min(1),
  what: z.array(z.enum(['ops-server'])).min(1),
  where: z.array(z.union([z.literal('*'), name])).min(1),
  /** A CEL condition over `request`, `person`, `environment`, `now`; a failing one denies. */
  when: z.string().optional(),
  /** Shorter than the environment's maximum, if given. */
  maximum: span.optional(),
  approval: z
    .strictObject({ count: z.int().min(1).max(10).default(1), from: z.array(who).min(1) })
    .optional(),
  breakGlass: z.strictObject({ who: z.array(who).min(1) }).optional(),
  effect: z.enum(['allow', 'deny']).default('allow'),
});

export const configSchema = z.strictObject({
  /** Goes into every tag, so that two installations never touch each other's servers. */
  installation: name,
  /** Where people open the console; links on cards lead there. */
  url: z.url().optional(),
  people: z.array(personSchema).min(1),
  onCall: z
    .strictObject({
      /** Ids in the order of the rota. */
      rotation: z.array(name).min(1),
      /** Length of a turn. */
      every: span.default('7d'),
      /** When the first person's turn began (ISO 8601). */
      since: z.iso.datetime({ offset: true }),
    })
    .optional(),
  slack: z
    .strictObject({
      team: z.string(),
      /** Channel id where cards of an environment without its own are shown. */
      channel: z.string(),
      pageChannel: z.string().optional(),
      mode: z.enum(['socket', 'http']).default('socket'),
    })
    .optional(),
  environments: z.record(name, environmentSchema),
  policies: z.array(policySchema).min(1),
  leases: z
    .strictObject({
      /** A request nobody answered lapses. */
      lapseAfter: span.default('8h'),
      /** Spans before the deadline at which the holder is reminded. */
      reminders: z.array(span).default(['30m', '5m']),
      /** How long a server may take from launch to ready, before a reboot. */
      readyWithin: span.default('5m'),
      /** How long an ended target is watched for a late launch. */
      quietPeriod: span.default('15m'),
      /** How long an unknown server is only reported, then only stopped. */
      orphanGrace: span.default('24h'),
    })
    .prefault({}),
});

/** sekisho.yaml as it was written, with defaults filled in. */
export type ConfigDocument = z.output<typeof configSchema>;
export type PersonDocument = z.output<typeof personSchema>;
export type EnvironmentDocument = z.output<typeof environmentSchema>;
export type PolicyDocument = z.output<typeof policySchema>;
