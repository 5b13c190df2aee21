/** One of the first things that a new member does. */
export interface ChecklistItem {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly link: string | null;
}

/** A team that people of the roster join for a term. */
export interface MembershipConfig {
  /** Key in the file: what rules, commands and targets call it. */
  readonly team: string;
  readonly name: { readonly en: string; readonly ja: string };
  /** Group of the roster that a member is in. */
  readonly group: string;
  /** Role that a member has at least; null where it raises none. */
  readonly role: 'member' | 'sre' | null;
  readonly defaultSeconds: number;
  readonly maximumSeconds: number;
  /** Names of accounts in the map, and of their permission sets. */
  readonly permissionSets: readonly { readonly account: string; readonly set: string }[];
  /** Ids of Slack user groups. */
  readonly slackUserGroups: readonly string[];
  /** Whether members are told whatever pages those on call. */
  readonly shadowsOnCall: boolean;
  readonly checklist: readonly ChecklistItem[];
}
