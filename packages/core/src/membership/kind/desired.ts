import type { LeaseRow } from '../../leases/index.ts';
import { type FrozenMembership, membershipOfLease } from '../frozen.ts';

/** What live leases want of one person's place in a team. */
export interface MembershipDesired {
  /** A lease that wants it; null when none does. */
  readonly lease: LeaseRow | null;
  /** The user groups that they are to be in. */
  readonly userGroups: readonly string[];
  /** Who they are in Slack; null for nobody. */
  readonly slack: FrozenMembership['slack'];
}

export function desiredOf(leases: readonly LeaseRow[]): MembershipDesired {
  const live = leases.filter(({ state }) => state === 'granting' || state === 'active');
  const wanted = live.map(membershipOfLease);
  const last = leases.filter(({ granted_at }) => granted_at !== null).map(membershipOfLease);
  return {
    lease: live[0] ?? null,
    userGroups: [...new Set(wanted.flatMap(({ slackUserGroups }) => slackUserGroups))],
    slack: [...wanted, ...last].find(({ slack }) => slack !== null)?.slack ?? null,
  };
}
