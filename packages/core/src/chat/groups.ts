/**
 * What memberships need of the groups of people that a chat can mention (Slack's user groups).
 * `team` is the workspace (`T…`), `userGroup` the group's id (`S…`), `users` are ids (`U…`).
 * Every method makes bounded network calls and throws only `CloudError`: `not-found` for no such
 * group; `denied` where the app, the workspace's settings or its plan do not let us; `invalid` for
 * somebody who cannot be in one (a guest, a bot, one who left); `throttled`; `unknown-outcome`;
 * `conflict` for a group that somebody else disabled.
 */
export interface ChatGroups {
  /** Who is in it, in no order; nobody is in a group that is disabled. */
  members(team: string, userGroup: string): Promise<readonly string[]>;
  /**
   * Puts one person in, or takes them out; everybody else stays. The whole list is replaced, and never
   * by an empty one: changes of one group take turns here, each made of a list read right before, and
   * the last who leaves disables the group. Who joins a disabled one enables it and is alone in it; if
   * it keeps anybody else of whom `wereLent` does not hold, somebody else disabled it: `conflict`.
   * What is so already is no error.
   */
  setMember(place: MemberPlace, rules: MemberRules): Promise<void>;
}

/** One person's place in one group: whether they are to be in it. */
export interface MemberPlace {
  readonly team: string;
  readonly userGroup: string;
  readonly user: string;
  readonly isMember: boolean;
}

/** What a change of a group must ask whoever wants it. */
export interface MemberRules {
  /** Awaited right before every call that changes the group. Errors: throws when it may not be made any more. */
  guard(): Promise<void>;
  /** Whether all of these were in the group only because we put them there, and were taken out since. */
  wereLent(users: readonly string[]): Promise<boolean>;
  /** Awaited before a disabled group is enabled, which brings these back until the list is replaced. */
  bringBack(users: readonly string[]): Promise<void>;
  /** Whom an earlier try brought back, before it failed: they go again. */
  readonly broughtBack: readonly string[];
}

/** What lending a place in a team needs of chat. */
export interface ChatPorts {
  /** Without it no group of a chat is changed. */
  readonly chatGroups?: ChatGroups;
}
