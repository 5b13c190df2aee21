import { z } from 'zod';
import type { LeaseRow } from '../leases/index.ts';

const bothLanguages = z.object({ en: z.string(), ja: z.string() });

/** What a membership froze: everything that is granted with it. */
const member = z.object({
  team: z.string(),
  name: bothLanguages,
  group: z.string(),
  role: z.enum(['member', 'sre']).nullable(),
  /** What each of its parts lends, as that part froze it. */
  permissionSets: z.array(z.record(z.string(), z.unknown())),
  slackUserGroups: z.array(z.string()),
  /** Those of the team that are not granted, for nobody knows who they are in Slack. */
  unlinkedUserGroups: z.array(z.string()).default([]),
  /** Who they are in Slack; null where nobody says, or there is no Slack. */
  slack: z.object({ team: z.string(), user: z.string() }).nullable(),
  shadowsOnCall: z.boolean(),
  checklist: z.array(
    z.object({ id: z.string(), title: bothLanguages, link: z.string().nullable() }),
  ),
});
export type FrozenMembership = z.infer<typeof member>;

/** What was approved. Errors: throws when the row is of another kind. */
export function membershipOfLease(lease: Pick<LeaseRow, 'frozen'>): FrozenMembership {
  return member.parse(lease.frozen.kind);
}
