import type { AccessCloud, CloudScope } from '@sekisho/core/cloud';

/** What a judge may lack; a behaviour that needs it is then skipped under its own title. */
export type AccessCapability =
  | 'accounts fail in silence'
  | 'changes take time'
  | 'membership ids'
  | 'provisioned by account'
  | 'disabled users'
  | 'used roles';

/** Names of what the judge holds, whoever plays AWS. */
export interface AccessFacts {
  /** An account of the organization that is not its management account. */
  readonly account: string;
  readonly management: string;
  readonly permissionSet: { readonly name: string; readonly sessionSeconds: number };
  /** A user's primary e-mail, and the user name that goes with it. */
  readonly email: string;
  readonly userName: string;
  /** E-mail of a user who may not sign in. */
  readonly disabled: string;
  /** A group that the user is not in. */
  readonly group: string;
  /** An IAM role of the scope's account that nobody assumes. */
  readonly unusedRole: string;
}

/** An Identity Center to judge an adapter by. */
export interface AccessJudge {
  readonly cloud: AccessCloud;
  readonly scope: CloudScope;
  readonly facts: AccessFacts;
  /** Lets time pass until something may have changed. */
  wait(): Promise<void>;
  close(): Promise<void>;
}

export interface AccessHarness {
  readonly name: string;
  /** What this judge cannot show, and why. */
  readonly lacks: Readonly<Partial<Record<AccessCapability, string>>>;
  open(): Promise<AccessJudge>;
}
