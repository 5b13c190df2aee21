import { z } from 'zod';
import { dollars, environmentName, leaseId, timestamp } from './fields.ts';
import { endings, leaseKinds, leaseStates, missingPieces, steps } from './states.ts';

export const approvalRule = z.object({
  /** How many people must agree; 0 when nobody need. */
  count: z.number().int().min(0),
  /** Who may: `group:<name>`, `role:<role>`, `on-call`. Empty when nobody need. */
  from: z.array(z.string()),
  /** People of the roster who could agree to this one now (never the requester). */
  people: z.array(z.string()),
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
  account: z.string(),
  region: z.string(),
  costPerHour: dollars.nullable(),
  costSoFar: dollars.nullable(),
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
  /** Opens the account in the access portal; holds no secret. */
  portalUrl: z.string().nullable(),
});
export type AccessLease = z.infer<typeof accessLease>;

/** A lease of any kind, with what only its kind has. */
export const anyLease = z.discriminatedUnion('kind', [opsLease, accessLease]);
export type AnyLease = z.infer<typeof anyLease>;
