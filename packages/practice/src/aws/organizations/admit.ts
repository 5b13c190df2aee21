import type { Moment } from '../operation.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { Refusal } from '../world/refusal.ts';

/** Lets in the management account and the delegated administrator. Errors: `AccessDeniedException`. */
export function admit({ account, caller }: Moment, name: string): void {
  const { managementAccount, delegatedAdministrator } = practiceIdentityCenter;
  if (account === managementAccount || account === delegatedAdministrator) return;
  const message = `User: ${caller} is not authorized to perform: organizations:${name}`;
  throw new Refusal('AccessDeniedException', message, 400);
}
