import type { Principal } from '@sekisho/contract';

/** How long what somebody showed again counts. */
const freshSeconds = 300;

/**
 * Whether somebody showed lately what an approval demands: a passkey, or at least a login. Practice's
 * hats pass: they are worn by whoever started it, on a cloud that is not there.
 */
export function hasSteppedUp(
  { kind, assurance, authenticatedAt }: Principal,
  needed: 'passkey' | 'login',
  now: Date,
): boolean {
  if (kind !== 'person') return false;
  if (assurance === 'practice') return true;
  const strong = assurance === 'passkey' || (needed === 'login' && assurance === 'oidc');
  const ageMs = now.getTime() - Date.parse(authenticatedAt);
  return strong && ageMs < freshSeconds * 1000;
}
