import { type Decision, decide, type PolicyRequest, readPolicy } from '@sekisho/iam-policy';
import type { Call } from '../call.ts';
import { roleArn, seenState } from '../iam/role-state.ts';
import { type OperationName, operations } from '../operations.ts';
import { denied, expired } from '../refusals.ts';
import type { Credentials } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { sessionContext } from './context.ts';
import { controlPoliciesOf } from './control-policies.ts';
import { requestsOf } from './requests.ts';
import { serviceSession } from './service-session.ts';

/**
 * Refuses what the policies of a role session do not allow. An account's own keys may do everything.
 * Errors: each service's own for an ended session and for want of permission.
 */
export function judge(world: World, call: Call<OperationName>): void {
  const session = sessionOf(world, call);
  if (session === null) return;
  const { service } = operations[call.operation];
  // Whoever has credentials may ask whose they are, even when a policy denies it.
  if (call.operation === 'GetCallerIdentity') return;
  for (const request of requestsOf(world, call)) {
    const decision = decideFor(world, session, { ...request, context: { ...request.context } });
    if (decision === 'allow') continue;
    const because = ` on resource: ${request.resource}${reasons[decision]}`;
    throw denied(service, { ...call, action: request.action }, because);
  }
}

/** Whose policies a call is judged by; null for an account's own keys. Errors: each service's own for an ended session. */
function sessionOf(world: World, call: Call<OperationName>): Credentials | null {
  if (call.role !== undefined) return serviceSession(world, call.role);
  if (call.accessKey === undefined) return null;
  const session = world.credentials.get(call.accessKey);
  if (session !== undefined && session.expiresAt > world.clock) return session;
  throw expired(operations[call.operation].service);
}

const reasons = {
  'denied-by-organization': ' with an explicit deny in a service control policy',
  deny: ' with an explicit deny in an identity-based policy',
  none: ' because no identity-based policy or session policy allows it',
} as const;

/**
 * What the policies of a session say to a request now: those of its role, as far as they have arrived,
 * and its session policy, which must both allow it; service control policies of the organization can only deny.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decideFor(
  world: World,
  session: Credentials,
  request: PolicyRequest,
): Decision | 'denied-by-organization' {
  const role = world.roles.get(session.role);
  const state = role === undefined ? null : seenState(role, world.clock);
  // A role that was made anew under the same name is another role.
  if (role === undefined || state === null || !session.userId.startsWith(`${role.roleId}:`)) {
    return 'none';
  }
  const context = { ...sessionContext(session, roleArn(role), world.clock), ...request.context };
  const organization = controlPoliciesOf(world, session.account);
  if (decide(organization, { ...request, context }) === 'deny') return 'denied-by-organization';
  const documents = Object.values(state.inline);
  const own = documents.flatMap((document) => readPolicy(document, 'identity'));
  const decision = decide(own, { ...request, context });
  if (decision !== 'allow' || session.policy === null) return decision;
  return decide(readPolicy(session.policy, 'identity'), { ...request, context });
}
