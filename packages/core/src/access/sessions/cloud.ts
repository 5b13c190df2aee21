import type { CloudScope } from '../../platform/cloud-scope.ts';

/** What one of our service control policies says now. */
export interface SessionPolicy {
  /** The account that it is for, twelve digits. */
  readonly account: string;
  readonly document: string;
  /** Whether it is attached to that account: otherwise it says nothing to anybody. */
  readonly attached: boolean;
}

/** Names our policies: those called `<beginning>-<account>` that bear the mark of this installation. */
export interface PolicyNames {
  readonly beginning: string;
}

/**
 * What ending live sessions needs of AWS Organizations: one service control policy for each account,
 * there only while it denies something. `scope` is the management account or the delegated
 * administrator for policies. A policy that does not bear our mark is never touched. Every method
 * makes bounded network calls and throws only `CloudError`: `conflict` when the organization is being
 * changed by somebody else, `limit`, as
 * `NoFreePolicySlot`, when the account has as many policies as AWS allows, `throttled`,
 * `denied`, also for a policy of somebody else under our name.
 */
export interface SessionCloud {
  /** Every policy of ours, attached or not. */
  sessionPolicies(scope: CloudScope, names: PolicyNames): Promise<readonly SessionPolicy[]>;
  /** Makes the account's policy say `document` and be attached; one that does already is no error. */
  denySessions(
    scope: CloudScope,
    names: PolicyNames,
    order: { readonly account: string; readonly document: string },
  ): Promise<void>;
  /** Detaches and deletes the account's policy; one that is gone is no error. */
  allowSessions(scope: CloudScope, names: PolicyNames, account: string): Promise<void>;
}
