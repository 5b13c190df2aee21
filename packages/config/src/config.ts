import type { AccountMap } from '@sekisho/accounts';
import type { AccessConfig } from './access.ts';
import type { AskedBudget } from './budgets/asked-budgets.ts';
import type { BudgetsNow } from './budgets/standing.ts';
import type { CiConfig } from './ci/config.ts';
import type { DirectoryConfig } from './directory/config.ts';
import type { EngineConfig } from './engine-config.ts';
import type { KeepingConfig } from './keeping/config.ts';
import type { MembershipConfig } from './memberships/config.ts';
import type { RecordingConfig } from './recording/config.ts';
import type { ServiceConfig, SloConfig, SourceConfig } from './slo-config.ts';

/*
 * The configuration in force: spans in seconds, policies compiled, everything cross-checked.
 * Nothing downstream reads YAML.
 */

export interface PersonConfig {
  readonly id: string;
  readonly name: { readonly en: string; readonly ja: string };
  readonly email: string | null;
  readonly github: string | null;
  readonly slack: { readonly team: string; readonly user: string } | null;
  /** Who they are to the provider of logins; null where their e-mail address says it. */
  readonly oidc: { readonly issuer: string; readonly subject: string } | null;
  readonly groups: readonly string[];
  readonly role: 'read-only' | 'member' | 'sre' | 'admin';
  readonly language: 'en' | 'ja';
  readonly timeZone: string;
  /** Those of `groups` that only a membership puts them into; absent without one. */
  readonly lentGroups?: readonly string[];
  /** Told whatever pages those on call, by a membership; absent for everybody else. */
  readonly shadowsOnCall?: boolean;
  /** Whether the directory alone knows them; absent for everybody of the file. */
  readonly isAdded?: boolean;
  /** Whether the directory has them deactivated; absent for everybody else. */
  readonly isDeactivated?: boolean;
  /** Those of the groups that the directory gives and the file does not; absent where it gives none. */
  readonly directoryGroups?: readonly string[];
}

export interface WorkingHours {
  /** Days of the week, 0 = Sunday. */
  readonly days: readonly number[];
  /** Minutes since midnight in `timeZone`. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly timeZone: string;
  /** As written, for messages: `mon–fri 09:00–19:00 Asia/Tokyo`. */
  readonly text: string;
}

export interface OpsServerRules {
  /** Name or id of the launch template; on a container engine the image. */
  readonly launchTemplate: string;
  readonly sizes: readonly string[];
  readonly defaultSeconds: number;
  readonly maximumSeconds: number;
  readonly quota: number;
  readonly idleAfterSeconds: number | null;
  readonly maximumHoldSeconds: number;
  readonly workingHours: WorkingHours | null;
  readonly imageAge: {
    readonly warnAfterSeconds: number;
    readonly refuseAfterSeconds: number;
  } | null;
  readonly forwards: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  /** Session document that forwards ports; null for AWS's own. */
  readonly forwardDocument: string | null;
}

export interface EnvironmentConfig {
  readonly name: string;
  readonly production: boolean;
  readonly account: string;
  readonly region: string;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  /** Where its servers are containers; null on AWS. Then account and region are empty. */
  readonly engine: EngineConfig | null;
  readonly opsServer: OpsServerRules;
}

/** What a policy's CEL condition can see. */
export interface ConditionFacts {
  readonly request: {
    readonly seconds: number;
    readonly reason: string;
    readonly ticket: string;
    /** Kind of the lease. */
    readonly kind: string;
    /** Instance type; empty for what is no server. */
    readonly size: string;
    /** Name of the permission set; empty for other kinds. */
    readonly permissionSet: string;
    /** Of a job, as `ci` names it; empty for other kinds, as the next are. */
    readonly repository: string;
    readonly purpose: string;
    readonly ref: string;
    readonly event: string;
    /** Login on GitHub. */
    readonly actor: string;
    /** How many things a job’s plan destroys, replaces, and does that are dangerous. */
    readonly destroys: number;
    readonly replaces: number;
    readonly dangers: number;
  };
  readonly person: {
    readonly id: string;
    readonly role: string;
    readonly groups: readonly string[];
    readonly onCall: boolean;
  };
  readonly environment: { readonly name: string; readonly production: boolean };
  readonly now: Date;
  /** What `budget("checkout")` looks at. */
  readonly budgets: BudgetsNow;
}

/** What approvers show again: `login` is also satisfied by a passkey. */
export type StepUp = 'passkey' | 'login';

export interface PolicyConfig {
  readonly id: string;
  readonly who: readonly string[];
  readonly what: readonly string[];
  /** `*`, or names of environments and accounts, and of teams. */
  readonly where: readonly string[];
  /** Names of permission sets that it speaks of; null for all. */
  readonly permissionSets: readonly string[] | null;
  /** Purposes of jobs that it speaks of; null for all. */
  readonly purposes: readonly string[] | null;
  readonly effect: 'allow' | 'deny';
  /** Compiled once. Errors: throws when the condition fails or is not a boolean; the caller denies. */
  readonly condition: ((facts: ConditionFacts) => boolean) | null;
  /** Error budgets that the condition asks for. */
  readonly budgets: readonly AskedBudget[];
  readonly maximumSeconds: number | null;
  readonly approval: {
    readonly count: number;
    readonly from: readonly string[];
    /** What an approver must have shown within minutes; nothing without it. */
    readonly stepUp?: StepUp;
  };
  readonly breakGlass: readonly string[];
  /** What whoever breaks the glass must have shown within minutes; null: nothing. */
  readonly breakGlassStepUp: StepUp | null;
}

/** A place that alerts are sent to. Secrets are named, not held. */
export type AlertChannel = {
  readonly name: string;
  readonly severities: readonly ('page' | 'ticket')[];
  readonly url: string;
  readonly secretVariable: string;
} & { readonly kind: 'pagerduty' | 'webhook' };

export interface Config {
  readonly installation: string;
  /** SHA-256 of the canonical document; decisions cite it. */
  readonly hash: string;
  readonly url: string | null;
  readonly people: readonly PersonConfig[];
  readonly onCall: {
    readonly rotation: readonly string[];
    readonly everySeconds: number;
    readonly since: Date;
  } | null;
  /** How people sign in; null where only practice, tokens and Slack let them in. */
  readonly login: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecretVariable: string | null;
    readonly scopes: readonly string[];
    readonly claim: 'email' | 'sub' | 'oid';
    readonly maximumSeconds: number;
    readonly idleSeconds: number;
  } | null;
  readonly slack: {
    readonly team: string;
    readonly channel: string;
    readonly pageChannel: string | null;
    readonly mode: 'socket' | 'http';
  } | null;
  /** The monthly review of SLOs: where months begin and end, and the Slack channel that it is posted to (null: the cards'). */
  readonly review: { readonly timeZone: string; readonly channel: string | null };
  /** Where alerts are sent besides Slack; each channel by its name. */
  readonly alerting: {
    readonly language: 'en' | 'ja';
    readonly channels: readonly AlertChannel[];
  };
  /** Where the commit status of budgets is set; null where nobody asked for it. */
  readonly github: {
    readonly api: string;
    readonly tokenVariable: string;
    readonly webhookSecretVariable: string;
    readonly fixLabels: readonly string[];
    readonly whenSpent: 'failure' | 'pending';
    readonly language: 'en' | 'ja';
  } | null;
  readonly environments: Readonly<Record<string, EnvironmentConfig>>;
  /** Public keys that may sign checkpoints (SPKI, base64); none means that nobody vouches for theirs. */
  readonly timeline: { readonly keys: readonly string[] };
  /** Every account and what one can be in it, of which files about accounts are made. */
  readonly accounts: AccountMap;
  /** What is lent by IAM Identity Center; null where nothing is. */
  readonly access: AccessConfig | null;
  /** Roles that are lent to jobs; null where none are. */
  readonly ci: CiConfig | null;
  /** Teams that people join for a term. */
  readonly memberships: readonly MembershipConfig[];
  /** What the roster takes over from Identity Center; null where nothing is. */
  readonly directory: DirectoryConfig | null;
  /** Where sessions on ops servers are recorded; null where nobody says. */
  readonly recording: RecordingConfig | null;
  /** Where checkpoints and backups are kept outside the database. */
  readonly keeping: KeepingConfig;
  readonly policies: readonly PolicyConfig[];
  readonly leases: {
    readonly lapseAfterSeconds: number;
    /** Seconds before the deadline, longest first. */
    readonly reminderSeconds: readonly number[];
    readonly readyWithinSeconds: number;
    readonly quietPeriodSeconds: number;
    readonly orphanGraceSeconds: number;
  };
  /** By name. */
  readonly services: Readonly<Record<string, ServiceConfig>>;
  /** By name. */
  readonly sources: Readonly<Record<string, SourceConfig>>;
  readonly slos: readonly SloConfig[];
}
