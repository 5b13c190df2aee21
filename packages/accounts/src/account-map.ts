/*
 * The account map: which AWS accounts there are, what they are called, and what one can be in them.
 * Written once in sekisho.yaml; every other file about accounts is made of it.
 */

export interface AccountMap {
  /** Null where nobody signs in by IAM Identity Center. */
  readonly identityCenter: IdentityCenter | null;
  /** In the order in which people want to read them. */
  readonly accounts: readonly Account[];
}

export interface IdentityCenter {
  /** Name of the `sso-session` section. */
  readonly session: string;
  /** Of the access portal: https://example.awsapps.com/start */
  readonly startUrl: string;
  readonly region: string;
}

export interface Account {
  readonly name: string;
  /** Twelve digits. */
  readonly id: string;
  readonly environment: string | null;
  readonly production: boolean;
  /** Where its profiles work when nobody says; null: nowhere. */
  readonly region: string | null;
  /** Further names that its profiles have. */
  readonly aliases: readonly string[];
  /** Six hexadecimal digits; null without one. */
  readonly color: string | null;
  readonly permissionSets: readonly PermissionSet[];
  readonly roles: readonly SwitchRole[];
}

/** A permission set of Identity Center that is assigned in an account. */
export interface PermissionSet {
  readonly name: string;
  /** Who may have it; empty: not said. */
  readonly groups: readonly string[];
  /** Whether those who may have it have it all the time; else it is lent. */
  readonly standing: boolean;
}

/** A role that somebody who is signed in to an account assumes. */
export interface SwitchRole {
  /** With its path, as after `role/` in its ARN. */
  readonly name: string;
  readonly from: Base;
  readonly externalId: string | null;
  /** Session tags, which aws-vault sends. */
  readonly tags: Readonly<Record<string, string>>;
  /** Those of the tags that go on to the next role. */
  readonly transitiveTags: readonly string[];
}

/** Where somebody is signed in before switching; permission set null: as an IAM user of the account. */
export interface Base {
  readonly account: string;
  readonly permissionSet: string | null;
}
