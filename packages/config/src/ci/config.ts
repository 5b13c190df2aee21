import type { LentPolicy } from './policy.ts';

/* What sekisho.yaml says of CI, in force. */

/** One thing that jobs of a repository may be lent a role for. */
export interface CiPurpose {
  readonly name: string;
  /** ARN of the role. */
  readonly role: string;
  readonly externalId: string | null;
  readonly account: CiAccount;
  /** As the claim `job_workflow_ref` must say it. */
  readonly workflow: string;
  /** As written, for messages. */
  readonly refs: readonly string[];
  /** Whether a ref is one of them; compiled once. */
  readonly fitsRef: (ref: string) => boolean;
  readonly events: readonly string[];
  readonly environment: string | null;
  readonly approach: 'broker' | 'window';
  readonly needsPlan: boolean;
  /** What the role may do while it is lent; null for all that it may. */
  readonly policy: LentPolicy | null;
  /** Providers that a plan may use without its card saying so; null for all of the public registries. */
  readonly providers: readonly string[] | null;
  readonly forks: boolean;
  readonly selfHosted: boolean;
  readonly sessionSeconds: number;
  readonly durationSeconds: number;
  readonly maximumSeconds: number;
  /** How long what is out works on after the deadline; 0: it is cut. */
  readonly drainSeconds: number;
}

/** Where a role is. */
export interface CiAccount {
  /** In the account map. */
  readonly name: string;
  readonly id: string;
  /** Name of its environment; null without one. */
  readonly environment: string | null;
  readonly production: boolean;
  readonly region: string;
  /** Role that Sekisho assumes in it; null: its own identity. */
  readonly roleArn: string | null;
  readonly externalId: string | null;
}

export interface CiRepository {
  readonly name: string;
  /** GitHub's id of it, as digits; each GitHub numbers its own. */
  readonly id: string;
  /** The only one whose tokens are of its jobs; as the claim `iss` says it. */
  readonly issuer: string;
  readonly repository: string;
  /** Logins that are no person's and may start a job; lower-case. */
  readonly bots: readonly string[];
  readonly purposes: Readonly<Record<string, CiPurpose>>;
}

export interface CiConfig {
  readonly audience: string;
  readonly issuers: readonly { readonly url: string; readonly jwks: string }[];
  /** By GitHub's id. */
  readonly repositories: ReadonlyMap<string, CiRepository>;
}
