import { z } from 'zod';
import { dollars, environmentName, leaseId, timestamp } from './fields.ts';
import { imageFacts } from './image.ts';
import { endings, leaseKinds, leaseStates, missingPieces, steps } from './states.ts';

export const approvalRule = z.object({
  /** How many people must agree; 0 when nobody need. */
  count: z.number().int().min(0),
  /** Who may: `group:<name>`, `role:<role>`, `on-call`. Empty when nobody need. */
  from: z.array(z.string()),
  /** People of the roster who could agree to this one now (never the requester). */
  people: z.array(z.string()),
  /** What they must have shown within 5 minutes: a passkey, or at least a login; nothing without it. */
  stepUp: z.enum(['passkey', 'login']).optional(),
});
export type ApprovalRule = z.infer<typeof approvalRule>;

export const lease = z.object({
  id: leaseId,
  kind: z.enum(leaseKinds),
  state: z.enum(leaseStates),
  environment: environmentName,
  /** Environments so marked carry the red band everywhere. */
  production: z.boolean(),
  requester: z.string(),
  holder: z.string(),
  reason: z.string(),
  ticket: z.string().nullable(),
  durationSeconds: z.number().int(),
  requestedAt: timestamp,
  startsAt: timestamp.nullable(),
  approvedAt: timestamp.nullable(),
  readyAt: timestamp.nullable(),
  deadline: timestamp.nullable(),
  hardMaximum: timestamp.nullable(),
  endedAt: timestamp.nullable(),
  ending: z.enum(endings).nullable(),
  approval: approvalRule,
  approvals: z.array(z.object({ approver: z.string(), at: timestamp })),
  breakGlass: z.boolean(),
  /** A break-glass lease whose written review is still owed. */
  reviewDue: z.boolean(),
  /** The lease that it lives and ends with; absent for one by itself. */
  partOf: z.string().optional(),
  step: z.enum(steps),
  missing: z.enum(missingPieces).nullable(),
  /** The cloud's own words behind `missing`. */
  detail: z.string().nullable(),
  stuck: z.boolean(),
  holdUntil: timestamp.nullable(),
  /** Rises with every change. */
  revision: z.number().int(),
});
export type Lease = z.infer<typeof lease>;

export const opsLease = lease.extend({
  kind: z.literal('ops-server'),
  instanceId: z.string().nullable(),
  instanceType: z.string(),
  imageId: z.string(),
  imageCreatedAt: timestamp.nullable(),
  /** Its image is past the age from which its environment warns. */
  imageOld: z.boolean(),
  /** The parameter that names its image, by which it can be replaced; null where its template names the image. */
  imageParameter: z.string().nullable(),
  /** Where its image comes from; null when nothing was published of it. */
  imageProvenance: imageFacts.nullable(),
  /** Another image that its parameter names by now; said of a live server that is shown by itself. */
  nextImage: z
    .object({
      imageId: z.string(),
      imageCreatedAt: timestamp.nullable(),
      imageProvenance: imageFacts.nullable(),
    })
    .optional(),
  /** Empty where the server is a container. */
  account: z.string(),
  region: z.string(),
  provider: z.enum(['aws', 'docker']),
  /** Endpoint of the container engine; null on AWS. */
  engine: z.string().nullable(),
  /** 0 on an engine of one's own. */
  costPerHour: dollars.nullable(),
  costSoFar: dollars.nullable(),
  /** What of sessions on it is recorded: the screen, commands alone, or nothing; absent where it is nobody's to say. */
  sessionsRecorded: z.enum(['screen', 'commands', 'off']).optional(),
});
export type OpsLease = z.infer<typeof opsLease>;

export const accessLease = lease.extend({
  kind: z.literal('permission-set'),
  /** Twelve-digit AWS account id. */
  account: z.string(),
  /** Its name in the account map. */
  accountName: z.string(),
  permissionSet: z.string(),
  /** The user in Identity Center. */
  userName: z.string(),
  /** The group by whose membership it is lent, where an assignment is not the way; null elsewhere. */
  group: z.string().nullable(),
  /** How long a session that was begun at the last moment lives on, seconds. */
  sessionSeconds: z.number().int(),
  /** Whether open sessions end with the lease, or what became of them; null: they live on for so long. */
  liveSessions: z.enum(['end', 'ending', 'ended', 'stand', 'no-room']).nullable(),
  /** Opens the account in the access portal; holds no secret. */
  portalUrl: z.string().nullable(),
});
export type AccessLease = z.infer<typeof accessLease>;

const count = z.number().int();

export const ciLease = lease.extend({
  kind: z.literal('ci-role'),
  /** Twelve-digit AWS account id. */
  account: z.string(),
  /** Its name in the account map. */
  accountName: z.string(),
  /** ARN of the role. */
  role: z.string(),
  approach: z.enum(['broker', 'window']),
  /** OWNER/NAME. */
  repository: z.string(),
  purpose: z.string(),
  sha: z.string(),
  ref: z.string(),
  event: z.string(),
  runId: z.string(),
  attempt: count,
  workflow: z.string(),
  /** Login on GitHub of whoever started the run. */
  actor: z.string(),
  runUrl: z.string(),
  /** Until when what was given may work: the deadline, or as long after it as the configuration lets it drain. */
  worksUntil: timestamp.nullable(),
  /** What is to be applied, by its counts and worst risks; null for a purpose without a plan. */
  plan: z
    .object({
      /** Of the saved plan file. */
      sha256: z.string(),
      /** Of what approvers see. */
      digest: z.string(),
      /** By what is done: create, update, replace, delete … */
      counts: z.record(z.string(), count),
      riskCounts: z.object({ danger: count, warning: count, note: count }),
      risks: z.array(
        z.object({
          code: z.string(),
          severity: z.enum(['danger', 'warning', 'note']),
          address: z.string(),
          facts: z.record(z.string(), z.string()),
        }),
      ),
    })
    .nullable(),
});
export type CiLease = z.infer<typeof ciLease>;

const bothLanguages = z.object({ en: z.string(), ja: z.string() });

export const membershipLease = lease.extend({
  kind: z.literal('membership'),
  /** Name of the team in the configuration, and what it is called. */
  team: z.string(),
  teamName: bothLanguages,
  /** Group of the roster that the member is in while it is active. */
  group: z.string(),
  /** Role that they have at least while it is active; null where it raises none. */
  role: z.enum(['member', 'sre']).nullable(),
  /** The whole term with every extension, which whoever approves it lets. */
  maximumSeconds: z.number().int(),
  /** What they have in AWS with it, each a lease of its own that goes with this one. */
  permissionSets: z.array(
    z.object({
      lease: z.string(),
      account: z.string(),
      accountName: z.string(),
      permissionSet: z.string(),
      production: z.boolean(),
      state: z.enum(leaseStates),
      stuck: z.boolean(),
      missing: z.enum(missingPieces).nullable(),
    }),
  ),
  slackUserGroups: z.array(z.string()),
  /** User groups of the team that they do not get, for nobody knows who they are in Slack. */
  unlinkedUserGroups: z.array(z.string()).optional(),
  /** Told whatever pages those on call. */
  shadowsOnCall: z.boolean(),
  checklist: z.array(
    z.object({
      id: z.string(),
      title: bothLanguages,
      link: z.string().nullable(),
      /** When it was done, and who said so; null while it is open. */
      done: z.object({ at: timestamp, by: z.string() }).nullable(),
    }),
  ),
});
export type MembershipLease = z.infer<typeof membershipLease>;

/** A lease of any kind, with what only its kind has. */
export const anyLease = z.discriminatedUnion('kind', [
  opsLease,
  accessLease,
  ciLease,
  membershipLease,
]);
export type AnyLease = z.infer<typeof anyLease>;
