import type { JoinableTeam, Language, MembershipLease } from '@sekisho/contract';
import { roleNames } from '../catalogue/leases.ts';
import { membershipPageEn, membershipPageJa } from './page-words.ts';

/** Words about memberships; apart from the console's others, to be loaded late. */
export function membershipWordsIn(language: Language): typeof membershipPageEn {
  return language === 'ja' ? membershipPageJa : membershipPageEn;
}

type Place = Pick<JoinableTeam, 'group' | 'role' | 'slackUserGroups' | 'shadowsOnCall'> &
  Pick<MembershipLease, 'unlinkedUserGroups'>;

/** The place in a team, as Sekisho grants and takes it back: roster, Slack and on call, and what it could not grant. */
export function rosterParts(place: Place, language: Language): string[] {
  const words = membershipWordsIn(language);
  const { group, role, slackUserGroups, unlinkedUserGroups = [], shadowsOnCall } = place;
  return [
    words.inGroup(group),
    ...(role === null ? [] : [words.asMember(roleNames[role][language])]),
    ...slackUserGroups.map((id) => words.userGroup(id)),
    ...unlinkedUserGroups.map((id) => words.unlinkedUserGroup(id)),
    ...(shadowsOnCall ? [words.shadow] : []),
  ];
}
