import type { LimitsOf } from '../platform/rate-limit/limit-cloud.ts';
import type { AccessCloud } from './cloud.ts';

/**
 * IAM Identity Center gives all its APIs together 20 calls a second, a fixed quota; others use them
 * too, so we take four fifths. The identity store has a quota of its own that AWS does not publish by
 * call, Organizations throttles by account; both are taken slowly.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
const center = { api: 'sso-admin', perSecond: 16, burst: 16 };
const store = { api: 'identitystore', perSecond: 8, burst: 16 };
const organizations = { api: 'organizations', perSecond: 4, burst: 8 };
/** A bucket of its own: whoever looks at roles all day must not keep a lease waiting. */
const iam = { api: 'iam-look', perSecond: 3, burst: 6 };
const scheduler = { api: 'scheduler', perSecond: 40, burst: 40 };

export const accessLimits: LimitsOf<AccessCloud> = {
  permissionSets: center,
  assignments: center,
  provisioned: center,
  assign: center,
  unassign: center,
  changeStatus: center,
  users: store,
  findUser: store,
  groups: store,
  members: store,
  addMember: store,
  removeMember: store,
  accounts: organizations,
  armRemoval: scheduler,
  disarmRemoval: scheduler,
  removalArmedFor: scheduler,
  iamRoles: iam,
  roleUse: iam,
};
