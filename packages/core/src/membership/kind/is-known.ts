import type { Config } from '@sekisho/config';
import { personOf } from '../../people/index.ts';
import type { MembershipDesired } from './desired.ts';

/**
 * Whether there is still somebody, and a team, to have this membership. A team that left the file has
 * none, nor has anybody who left the roster or may not act any more. A directory that cannot be read
 * says nothing of those whom it added: they keep theirs until it says that they are gone.
 */
export function isKnown(config: Config, { lease }: MembershipDesired): boolean {
  if (lease === null) return true;
  const { directory, memberships } = config;
  if (!memberships.some(({ team }) => team === lease.environment)) return false;
  const person = personOf(config, lease.holder);
  if (person === undefined) return directory?.adds === true && directory.isUnread === true;
  return person.isDeactivated !== true || directory?.refusesDeactivated !== true;
}
