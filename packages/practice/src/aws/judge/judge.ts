import type { Call } from '../call.ts';
import { type OperationName, operations } from '../operations.ts';
import { denied, expired } from '../refusals.ts';
import type { Credentials } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { decideFor } from './decide-for.ts';
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
