import {
  type ContextValue,
  type Decision,
  decide,
  type PolicyRequest,
  readPolicy,
} from '@sekisho/iam-policy';
import { roleArn, seenState } from '../iam/role-state.ts';
import type { Credentials } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { sessionContext } from './context.ts';
import { controlPoliciesOf } from './control-policies.ts';

/**
 * What the policies of a session say to a request now: those of its role, as far as they have arrived,
 * and its session policy, which must both allow it; service control policies of the organization can only deny.
 * @param filled what AWS says of the caller by itself; a simulation has what it is given
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decideFor(
  world: World,
  session: Credentials,
  request: PolicyRequest,
  filled?: Readonly<Record<string, ContextValue>>,
): Decision | 'denied-by-organization' {
  const role = world.roles.get(session.role);
  const state = role === undefined ? null : seenState(role, world.clock);
  // A role that was made anew under the same name is another role.
  if (role === undefined || state === null || !session.userId.startsWith(`${role.roleId}:`)) {
    return 'none';
  }
  const ofCaller = filled ?? sessionContext(session, roleArn(role), world.clock);
  const context = { ...ofCaller, ...request.context };
  const organization = controlPoliciesOf(world, session.account);
  if (decide(organization, { ...request, context }) === 'deny') return 'denied-by-organization';
  const documents = Object.values(state.inline);
  const own = documents.flatMap((document) => readPolicy(document, 'identity'));
  const decision = decide(own, { ...request, context });
  if (decision !== 'allow' || session.policy === null) return decision;
  return decide(readPolicy(session.policy, 'identity'), { ...request, context });
}
