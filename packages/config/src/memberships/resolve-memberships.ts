import type { ConfigDocument } from '../schema.ts';
import { secondsOf } from '../spans.ts';
import type { MembershipConfig } from './config.ts';
import type { MembershipDocument } from './schema.ts';

/** The teams that can be joined, in the order of the file. */
export function membershipsOf({ memberships = {} }: ConfigDocument): MembershipConfig[] {
  return Object.entries(memberships).map(([team, document]) => membershipOf(team, document));
}

function membershipOf(team: string, document: MembershipDocument): MembershipConfig {
  const { name, group, role, permissionSets, slackUserGroups, onCall, checklist } = document;
  return {
    ...{ team, name, group, permissionSets, slackUserGroups },
    role: role ?? null,
    defaultSeconds: secondsOf(document.default),
    maximumSeconds: secondsOf(document.maximum),
    shadowsOnCall: onCall === 'shadow',
    checklist: checklist.map(({ id, en, ja, link }) => ({
      id,
      title: { en, ja },
      link: link ?? null,
    })),
  };
}
