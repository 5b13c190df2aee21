import type { CloudScope } from '../platform/cloud-scope.ts';

/** Credentials of a role session. Never stored, never logged. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** How a role is assumed for a CI job. */
export interface RoleSession {
  readonly roleArn: string;
  /** 2 to 64 characters of `[\w+=,.@-]`. */
  readonly sessionName: string;
  readonly sourceIdentity: string;
  readonly externalId: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** 900 to 3600 seconds: role chaining caps a session at one hour. */
  readonly seconds: number;
  /** A session policy that narrows the role, as JSON; null for none. */
  readonly policy: string | null;
}

/** A role, as far as lending it needs. */
export interface SeenRole {
  readonly arn: string;
  /** Unique id (`AROA…`), the first half of a session's `aws:userid`. */
  readonly roleId: string;
  /** Longest session in seconds that the role allows. */
  readonly maximumSessionSeconds: number;
  /** Inline policies by name, as parsed JSON. */
  readonly policies: Readonly<Record<string, unknown>>;
}

/**
 * What lending roles to CI jobs needs of STS and IAM. Every method makes bounded network calls and
 * throws only `CloudError`: `denied`, `not-found`, `throttled`, `limit` for a policy that is too long.
 */
export interface CiCloud {
  /** STS AssumeRole with session tags and SourceIdentity. */
  assumeRole(scope: CloudScope, session: RoleSession): Promise<RoleCredentials>;
  /** The role with those of its inline policies whose name begins with `prefix`; null when there is no such role. */
  role(scope: CloudScope, roleArn: string, prefix: string): Promise<SeenRole | null>;
  putRolePolicy(
    scope: CloudScope,
    policy: { readonly roleArn: string; readonly name: string; readonly document: string },
  ): Promise<void>;
  /** One that is gone already is no error. */
  deleteRolePolicy(
    scope: CloudScope,
    policy: { readonly roleArn: string; readonly name: string },
  ): Promise<void>;
}
