import type { CloudScope } from '../platform/cloud-scope.ts';

/** Whose credentials are used, and how AWS's clock stands. */
export interface CloudIdentity {
  readonly arn: string;
  /** Milliseconds that AWS's clock is ahead of this machine's; null where no answer told. */
  readonly aheadMs: number | null;
}

/** What a launch template says for itself, whatever a launch adds to it. */
export interface TemplateSight {
  readonly version: string;
  /** `ami-…`, a parameter (`resolve:ssm:…`), or null when it names none. */
  readonly imageId: string | null;
  /** ISO 8601; null when AWS does not show the image. */
  readonly imageCreatedAt: string | null;
  readonly requiresImdsV2: boolean;
  readonly metadataTags: boolean;
  readonly terminatesOnShutdown: boolean;
  readonly publicAddress: boolean;
  /** Name of the instance profile; null when it names none. */
  readonly profile: string | null;
}

/** Who may take a role. */
export interface RoleSight {
  /** Services of AWS that its trust policy lets in, such as `scheduler.amazonaws.com`. */
  readonly trusts: readonly string[];
}

/**
 * `no-server`: there is none of ours to try it on. `no-dry-run`: AWS cannot be asked without doing it.
 * `not-dry`: AWS did what it was to say only whether it might be done.
 */
export type TriedOutcome = 'allowed' | 'denied' | 'unread' | 'no-server' | 'no-dry-run' | 'not-dry';

/** What became of trying one declared action in a way that changes nothing. */
export interface Tried {
  /** With what it is for in brackets, where it is asked for several things. */
  readonly action: string;
  readonly outcome: TriedOutcome;
  /** AWS's own words where it was not allowed; empty otherwise. */
  readonly detail: string;
}

/** Whether a service's address answers a connection. */
export interface EndpointSight {
  readonly host: string;
  readonly reached: boolean;
}

/** How sessions are kept and under which name they run. */
export interface SessionPreferences {
  readonly runAs: boolean;
  readonly recorded: boolean;
}

/** What a launch is tried with. */
export interface LaunchTrial {
  readonly template: string;
  readonly instanceType: string;
  readonly installation: string;
  readonly environment: string;
}

/**
 * Looks at an account without changing anything in it. Every method makes bounded network calls and
 * throws only `CloudError`.
 */
export interface DoctorCloud {
  identity(scope: CloudScope): Promise<CloudIdentity>;
  /** Errors: `not-found` when there is no such template. */
  template(scope: CloudScope, name: string): Promise<TemplateSight>;
  /** Null when there is no such role. */
  role(scope: CloudScope, name: string): Promise<RoleSight | null>;
  /** Names of the roles that an instance profile holds; null when there is no such profile. */
  profileRoles(scope: CloudScope, profile: string): Promise<readonly string[] | null>;
  /** Null when the account has none of its own. */
  sessionPreferences(scope: CloudScope): Promise<SessionPreferences | null>;
  /** The addresses that the adapter's calls go to. */
  endpoints(scope: CloudScope): Promise<readonly EndpointSight[]>;
  /** Tries every declared action. */
  permissions(scope: CloudScope, trial: LaunchTrial): Promise<readonly Tried[]>;
  close(): void;
}
