/** Where an ops server's image is published, and the tag that its pipeline gives it. */
export const published = {
  folder: 'sekisho/images/ops-server',
  tag: { 'aws:ResourceTag/sekisho:image': 'ops-server' },
} as const;

/** The log groups of a member: the image sends its journal into one, Session Manager what shells show into the other. */
export const logGroups = {
  journal: '/sekisho/ops-servers',
  sessions: '/sekisho/sessions',
} as const;

/** The account and regions in which something is, and the installation that works there. */
export interface Place {
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  readonly account: string;
  readonly regions: readonly string[];
  /** Name of the installation: the tag `sekisho:installation` of what is its own. */
  readonly installation: string;
}

/** An account in which ops servers run. */
export interface MemberPlace extends Place {
  /** Ids of the launch templates that environments name. */
  readonly launchTemplates: readonly string[];
  /** Names of environments that launch the image's candidate. */
  readonly canaries: readonly string[];
  /** Names of roles, without paths: Sekisho's own in the account, the servers', the switches'. */
  readonly ownRole: string;
  readonly instanceRole: string;
  readonly schedulerRole: string;
  /** The Automation document that a dead-man's switch starts. */
  readonly document: string;
  /** The document that holders forward ports by: one of the account's own, or one of AWS's (`AWS-…`). */
  readonly forwardDocument: string;
  /** Where servers ship their journal, and where sessions are recorded: a group and a bucket. */
  readonly recording: {
    readonly logGroup: string;
    readonly sessionLogGroup: string;
    readonly bucket: string;
    /** Beginning of keys, without a slash at its end; `sessions/` and the account without it. */
    readonly prefix?: string;
  };
}

/** Where Packer builds the ops server's image. */
export interface BuildPlace extends Place {
  /** Id of the one subnet that the build launches into. */
  readonly subnet: string;
  /** Names, without paths, of the build's instance profile and of the role in it. */
  readonly instanceProfile: string;
  readonly instanceRole: string;
}

/** Identity Center, and what of it may be lent. */
export interface AccessPlace extends Place {
  /** `ssoins-…`, `d-…` and `o-…`. */
  readonly instance: string;
  readonly identityStore: string;
  readonly organization: string;
  /** The region that Organizations answers from; without it, its home in the partition. */
  readonly organizationsRegion?: string;
  /** The organization's management account. */
  readonly management: string;
  /** Account numbers, ids of permission sets (`ps-…`) and of groups that are lent by membership. */
  readonly lent: {
    readonly accounts: readonly string[];
    readonly permissionSets: readonly string[];
    readonly groups: readonly string[];
  };
  /** Names of roles, without paths: that of the schedules, and Sekisho's own. */
  readonly schedulerRole: string;
  readonly ownRole: string;
}

/** Roles of one account that are lent to CI jobs, by name. */
export interface CiPlace extends Place {
  readonly brokerRoles: readonly string[];
  readonly windowRoles: readonly string[];
}

/** What the sources of SLOs read. */
export interface SourcePlace extends Place {
  readonly logs: { readonly bucket: string; readonly prefix: string; readonly queue: string };
  readonly athena: {
    readonly workgroup: string;
    readonly database: string;
    /** Buckets of the table's files and of Athena's answers. */
    readonly data: string;
    readonly answers: string;
  };
}

/** Where backups are kept. */
export interface BackupPlace {
  readonly partition: string;
  readonly bucket: string;
  /** What their keys begin with, `/` included. */
  readonly prefix: string;
}

/** The members that a service control policy guards, and who may change what stands there nevertheless. */
export interface GuardPlace {
  readonly partition: string;
  readonly installation: string;
  /** ARNs of roles, with `*` where names differ. */
  readonly administrators: readonly string[];
  readonly imagePipelines: readonly string[];
  /** Names of the members' roles, without paths, and of the holders' policy. */
  readonly roles: {
    readonly sekisho: string;
    readonly instance: string;
    readonly scheduler: string;
    readonly look: string;
  };
  readonly holderPolicy: string;
}

/** Roles that Sekisho's own identity takes. */
export interface HubPlace extends Place {
  readonly roleArns: readonly string[];
}

/** An ARN in each region of the place: `arn:aws:ec2:REGION:ACCOUNT:instance/*`. */
export function inRegions(
  { partition, account, regions }: Place,
  service: string,
  ...resources: readonly string[]
): string[] {
  return regions.flatMap((region) =>
    resources.map((resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`),
  );
}

/** ARNs of AWS's own things in each region, which bear no account: images, documents. */
export function ofAws(
  { partition, regions }: Place,
  service: string,
  ...resources: readonly string[]
): string[] {
  return regions.flatMap((region) =>
    resources.map((resource) => `arn:${partition}:${service}:${region}::${resource}`),
  );
}

/** ARNs of roles by their names. */
export function rolesNamed({ partition, account }: Place, names: readonly string[]): string[] {
  return names.map((name) => `arn:${partition}:iam::${account}:role/${name}`);
}

/** Narrows calls that know no resource to the regions of the place. */
export function calledIn({ regions }: Place) {
  return { StringEquals: { 'aws:RequestedRegion': regions } };
}
