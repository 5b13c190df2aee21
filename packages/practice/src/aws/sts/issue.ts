import { policyProblem } from '@sekisho/iam-policy';
import { sizeOf } from '../iam/input.ts';
import { roleKey } from '../iam/role-state.ts';
import type { Moment } from '../operation.ts';
import type { Credentials, Role, Tags } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';

/** What tells practice's own temporary keys from those of real AWS that happen to be around. */
export const issuedKeyPrefix = 'ASIAPRAC';

/** Longest session policy, in characters. */
const longestPolicy = 2048;

export interface SessionOrder {
  readonly name: string;
  readonly seconds: number;
  readonly tags: Tags;
  readonly transitiveTags: readonly string[];
  readonly sourceIdentity: string | null;
  /** The user of the directory whom the access portal gives it to. */
  readonly directoryUser?: string;
  readonly policy: string | null;
  /** ARN of the instance that has it by its profile. */
  readonly sourceInstance?: string;
}

/** Makes a session of a role that the caller may assume. Errors: `ValidationError`, `MalformedPolicyDocument`. */
export function issue(moment: Moment, role: Role, order: SessionOrder) {
  if (order.seconds > role.maximumSessionSeconds) {
    const message =
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
    throw new Refusal('ValidationError', message);
  }
  judgePolicy(order.policy);
  const session: Credentials = {
    accessKeyId: `${issuedKeyPrefix}${hex(moment.rng, 12).toUpperCase()}`,
    account: role.account,
    arn: `arn:aws:sts::${role.account}:assumed-role/${role.name}/${order.name}`,
    userId: `${role.roleId}:${order.name}`,
    issuedAt: moment.now,
    expiresAt: moment.now + order.seconds * 1000,
    role: roleKey(role.account, role.name),
    tags: order.tags,
    transitiveTags: order.transitiveTags,
    sourceIdentity: order.sourceIdentity,
    ...(order.directoryUser === undefined ? {} : { directoryUser: order.directoryUser }),
    policy: order.policy,
    ...(order.sourceInstance === undefined ? {} : { sourceInstance: order.sourceInstance }),
  };
  moment.world.credentials.put(session.accessKeyId, session);
  noteUse(moment, role);
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: hex(moment.rng, 40),
      SessionToken: `practice-${hex(moment.rng, 48)}`,
      Expiration: new Date(session.expiresAt),
    },
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    PackedPolicySize: 0,
    SourceIdentity: order.sourceIdentity,
  };
}

function noteUse({ world, now, region }: Moment, role: Role): void {
  const key = roleKey(role.account, role.name);
  world.roles.put(key, { ...role, lastUsed: { at: now, region } });
}

function judgePolicy(policy: string | null): void {
  if (policy === null) return;
  const problem = policyProblem(policy, 'identity');
  if (problem !== null) throw new Refusal('MalformedPolicyDocument', problem);
  if (sizeOf(policy) > longestPolicy) {
    throw new Refusal('PackedPolicyTooLarge', 'The session policy is too large.');
  }
}
