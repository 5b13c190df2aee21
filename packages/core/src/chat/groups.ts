import { CloudError } from '../platform/cloud-error.ts';

/**
 * What memberships need of the groups of people that a chat can mention (Slack's user groups).
 * `team` is the workspace (`T…`), `userGroup` the group's id (`S…`), `users` are ids (`U…`).
 * Every method makes bounded network calls and throws only `CloudError`: `not-found` for no such
 * group; `denied` where the app, the workspace's settings or its plan do not let us; `invalid` for
 * somebody who cannot be in one (a guest, a bot, one who left); `throttled`; `unknown-outcome`.
 */
export interface ChatGroups {
  /** Who is in it, in no order; nobody is in a group that is disabled. */
  members(team: string, userGroup: string): Promise<readonly string[]>;
  /**
   * Makes these, and nobody else, its members. Nobody at all disables the group, for it can never
   * be empty; somebody enables it again. A list that is in force already is no error. The whole
   * list is replaced: those who change one group take turns, and read it right before.
   */
  setMembers(team: string, userGroup: string, users: readonly string[]): Promise<void>;
}

/** What lending a place in a team needs of chat. */
export interface ChatPorts {
  /** Without it no group of a chat is changed. */
  readonly chatGroups?: ChatGroups;
}

/** Stands where there is no chat: leases of another time are kept, and nothing is done to its groups. */
export const noChatGroups: ChatGroups = {
  members: refuse,
  setMembers: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new CloudError('denied', 'NotSetUp', 'no chat'));
}
