import type { CloudScope } from '../platform/cloud-scope.ts';
import type { Tried } from './tried.ts';
import type { CloudUse, RecordingReads, RecordingSight, UseSight } from './uses.ts';

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
  /** Whether servers get a public address; null when it leaves that to the subnet. */
  readonly publicAddress: boolean | null;
  /** The subnet that it names; null when it names none. */
  readonly subnet: string | null;
  /** Name of the instance profile; null when it names none. */
  readonly profile: string | null;
}

/** Who may take a role. */
export interface RoleSight {
  /** Services of AWS that its trust policy lets in, such as `scheduler.amazonaws.com`. */
  readonly trusts: readonly string[];
}

/** Whether a service's address answers a connection. */
export interface EndpointSight {
  readonly host: string;
  readonly reached: boolean;
  /** Whether leases cannot be kept or ended without it. */
  readonly needed: boolean;
  /** It is no address of AWS's: a setting of the SDK (`AWS_ENDPOINT_URL`, a profile's `endpoint_url`) names another. */
  readonly redirected: boolean;
}

/** Where servers are, and what they reach from there. */
export interface NetworkSight {
  readonly subnet: string;
  /** Gateway by which it leads out of the VPC; null where there is none that a server could use. */
  readonly way: string | null;
  /** Whether it leads to other networks, or is another account's: what endpoints are there is not seen from here. */
  readonly elsewhere: boolean;
  /** Services of AWS of which the VPC has a private endpoint, such as `ssm`. */
  readonly endpoints: readonly string[];
  /** Whether it gives a public address to what says nothing. */
  readonly publicByDefault: boolean;
}

/** vCPUs on demand of one kind of instance type. */
export interface QuotaSight {
  /** As AWS calls it. */
  readonly name: string;
  readonly quota: number;
  readonly used: number;
  /** The largest of the sizes that count against it, and its vCPUs. */
  readonly size: string;
  readonly needed: number;
}

/** What an account lets run of some sizes. */
export interface QuotasSight {
  readonly quotas: readonly QuotaSight[];
  /** Sizes that the region does not offer. */
  readonly notOffered: readonly string[];
  /** Sizes of which nobody knows the quota. */
  readonly unknown: readonly string[];
}

/** Whether a dead-man's switch could do its work. */
export interface SwitchSight {
  /** Name of the document that it starts, and whether that is there. */
  readonly document: string;
  readonly found: boolean;
  /** What its role needs; `no-dry-run` where IAM may not be asked. */
  readonly tried: readonly Tried[];
}

/** How sessions are kept and under which name they run. */
export interface SessionPreferences {
  readonly runAs: boolean;
  /** Bucket, beginning of keys without a slash at its end, and log group of recordings; empty where none is named. */
  readonly bucket: string;
  readonly prefix: string;
  readonly logGroup: string;
  /** Whether no session begins unless the log group is encrypted with a key of KMS. */
  readonly needsLogKey: boolean;
}

/** What a launch is tried with. */
export interface LaunchTrial {
  readonly template: string;
  readonly instanceType: string;
  readonly installation: string;
  readonly environment: string;
  /** Name of the role that dead-man's switches act with. */
  readonly scheduleRole: string;
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
  /** The places in which recordings are read. */
  recordingPlaces(scope: CloudScope, reads: RecordingReads): Promise<readonly RecordingSight[]>;
  /** The addresses that the adapter's calls go to, as the SDK makes them out. */
  endpoints(scope: CloudScope): Promise<readonly EndpointSight[]>;
  /** Tries every declared action. */
  permissions(scope: CloudScope, trial: LaunchTrial): Promise<readonly Tried[]>;
  /** Tries what the role of dead-man's switches does, and looks for their document. */
  deadMansSwitch(
    scope: CloudScope,
    trial: Pick<LaunchTrial, 'installation' | 'scheduleRole'>,
  ): Promise<SwitchSight>;
  /**
   * Asks IAM whether the roles that a use needs may do what its adapters declare, on what the configuration names;
   * none where the scope names no role, since nobody knows whose policies count then.
   */
  mayUse(scope: CloudScope, use: CloudUse): Promise<readonly UseSight[]>;
  /** The subnets that servers of a template may be launched into: that which it names, or the account's default ones. */
  network(scope: CloudScope, template: TemplateSight): Promise<readonly NetworkSight[]>;
  /** What the account lets run of these sizes. */
  quotas(scope: CloudScope, sizes: readonly string[]): Promise<QuotasSight>;
  close(): void;
}
