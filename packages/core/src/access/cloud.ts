import type { CloudScope } from '../platform/cloud-scope.ts';

/** A permission set of IAM Identity Center. */
export interface PermissionSet {
  readonly arn: string;
  readonly name: string;
  /** How long a session of it lives at most, seconds. */
  readonly sessionSeconds: number;
}

/** A user of the identity store. */
export interface DirectoryUser {
  readonly userId: string;
  readonly userName: string;
  /** Primary e-mail, as the directory writes it; null when it knows none. */
  readonly email: string | null;
  readonly active: boolean;
}

export interface DirectoryGroup {
  readonly groupId: string;
  readonly name: string;
}

export interface OrganizationAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  /** The account that owns the organization: a delegated administrator cannot assign there. */
  readonly management: boolean;
}

/** One user's, or group's, assignment of one permission set in one account. */
export interface Assignment {
  readonly account: string;
  readonly permissionSetArn: string;
  readonly principal: { readonly kind: 'user' | 'group'; readonly id: string };
}

/** How an asynchronous change goes on. */
export interface AssignmentChange {
  readonly requestId: string;
  readonly status: 'in-progress' | 'succeeded' | 'failed';
  /** AWS's own words when it failed. */
  readonly reason: string | null;
}

/** An IAM role of an account, as a list of them says it. */
export interface IamRole {
  readonly name: string;
  /** `/` or `/like/this/`. */
  readonly path: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** When a role was last used; null where AWS saw no use of it in the last 400 days. */
export interface RoleUse {
  /** ISO 8601; AWS writes it down hours later. */
  readonly lastUsedAt: string | null;
  readonly region: string | null;
}

/** What a one-time schedule removes although Sekisho is dead. */
export type Removal =
  | { readonly kind: 'assignment'; readonly assignment: Assignment }
  | { readonly kind: 'membership'; readonly groupId: string; readonly userId: string };

/** Whether a call may take minutes; only for what no lease waits for: a claim on one is shorter. */
export type Patience = 'patient';

/**
 * What lending permission sets needs of IAM Identity Center, Identity Store, Organizations and
 * EventBridge Scheduler, and what role burden reads of IAM. `scope` is where Identity Center lives (its
 * region, and the management or delegated account), for IAM the account that is looked at. Every method makes bounded network calls and throws only `CloudError`:
 * `conflict` for a change that another one is in the way of, `throttled`, `denied`, `not-found`.
 */
export interface AccessCloud {
  /** All permission sets, all pages. */
  permissionSets(scope: CloudScope): Promise<readonly PermissionSet[]>;
  /** The active accounts of the organization; those that a call names must be among them: others fail silently. */
  accounts(scope: CloudScope): Promise<readonly OrganizationAccount[]>;
  /** Users, all pages: of a large directory this takes minutes, so no lease waits for it. */
  users(scope: CloudScope): Promise<readonly DirectoryUser[]>;
  /** The user with this primary e-mail or user name, in any letter case; null when there is none. */
  findUser(scope: CloudScope, email: string): Promise<DirectoryUser | null>;
  /** Groups, all pages. */
  groups(scope: CloudScope, patience?: Patience): Promise<readonly DirectoryGroup[]>;
  /** Ids of the users in a group, all pages. */
  members(scope: CloudScope, groupId: string, patience?: Patience): Promise<readonly string[]>;
  /** Assignments of one permission set in one account, all pages. */
  assignments(
    scope: CloudScope,
    of: { readonly account: string; readonly permissionSetArn: string },
  ): Promise<readonly Assignment[]>;
  /** Permission sets provisioned to an account, by ARN: where drift is looked for. */
  provisioned(scope: CloudScope, account: string): Promise<readonly string[]>;
  /** Begins to make an assignment; one that is there already succeeds. */
  assign(scope: CloudScope, assignment: Assignment): Promise<AssignmentChange>;
  /** Begins to remove an assignment; one that is gone already succeeds. */
  unassign(scope: CloudScope, assignment: Assignment): Promise<AssignmentChange>;
  /** How a change that was begun goes on. Errors: `not-found` when AWS has forgotten it. */
  changeStatus(
    scope: CloudScope,
    change: { readonly kind: 'assign' | 'unassign'; readonly requestId: string },
  ): Promise<AssignmentChange>;
  /** Puts a user into a group; one who is in it already is no error. */
  addMember(scope: CloudScope, groupId: string, userId: string): Promise<void>;
  /** Takes a user out of a group; one who is not in it is no error. */
  removeMember(scope: CloudScope, groupId: string, userId: string): Promise<void>;
  /** Makes, or moves, the one-time schedule `name` (at most 64 characters) that removes at `at` (ISO 8601, whole seconds). */
  armRemoval(
    scope: CloudScope,
    order: { readonly name: string; readonly at: string; readonly removal: Removal },
  ): Promise<void>;
  /** Deletes the schedule; one that is gone is no error. */
  disarmRemoval(scope: CloudScope, name: string): Promise<void>;
  /** When the schedule fires (ISO 8601, whole seconds); null when there is none. */
  removalArmedFor(scope: CloudScope, name: string): Promise<string | null>;
  /** IAM roles of the scope's own account, all pages; a list never says when they were used. */
  iamRoles(scope: CloudScope): Promise<readonly IamRole[]>;
  /** When a role of the scope's own account was last used; null when there is no such role. */
  roleUse(scope: CloudScope, name: string): Promise<RoleUse | null>;
}
