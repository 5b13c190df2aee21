import type { Moment, Service } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import { practiceIdentityCenter } from './place.ts';

const second = 1000;

/**
 * Lets a call to Identity Center or the identity store in: of the management account or the delegated
 * administrator, and not too many in a second. Errors: `AccessDeniedException`, `ThrottlingException`.
 */
export function admit(moment: Moment, service: Service, operation: string): void {
  const { world, now, account } = moment;
  const recent = world.identityCalls.filter((at) => at > now - second);
  if (recent.length >= world.timing.identityCallsPerSecond) {
    throw new Refusal('ThrottlingException', 'Rate exceeded', 400);
  }
  world.identityCalls = [...recent, now];
  const { managementAccount, delegatedAdministrator } = practiceIdentityCenter;
  if (account === managementAccount || account === delegatedAdministrator) return;
  const message = `User: ${moment.caller} is not authorized to perform: ${service}:${operation}`;
  throw new Refusal('AccessDeniedException', message, 400);
}

/** Refuses any other Identity Center, or this one in a region where it does not live. Errors: `ResourceNotFoundException`. */
export function judgeInstance(moment: Moment, arn: string): void {
  const { instanceArn, region } = practiceIdentityCenter;
  if (arn === instanceArn && moment.region === region) return;
  throw notFound(`Could not find instance with arn ${arn}`);
}

/** The same for its identity store. */
export function judgeStore(moment: Moment, id: string): void {
  const { identityStoreId, region } = practiceIdentityCenter;
  if (id === identityStoreId && moment.region === region) return;
  throw notFound(`IDENTITY_STORE not found: ${id}`);
}

export function notFound(message: string): Refusal {
  return new Refusal('ResourceNotFoundException', message, 400);
}
