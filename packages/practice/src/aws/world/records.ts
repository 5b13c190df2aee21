import type { InstanceState } from '@sekisho/core/cloud';
import type { MetadataOptions, TemplateSettings } from './launch-records.ts';

export type { LaunchToken, MetadataOptions, TemplateSettings } from './launch-records.ts';
export type { InstanceState };
export type Tags = Readonly<Record<string, string>>;

/** An account and region; everything but credentials and faults lives in one. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The instance enters `state` at `at` (epoch milliseconds). */
export interface Phase {
  readonly at: number;
  readonly state: InstanceState;
}

/** What goes on inside the machine, which no AWS API shows. */
export interface Machine {
  /** Since when a process is held (epoch milliseconds), or null. */
  readonly heldSince: number | null;
  /** Root has stopped every timer on the machine. */
  readonly timersStopped: boolean;
}

export interface Instance extends Place {
  readonly id: string;
  readonly reservationId: string;
  readonly clientToken: string | null;
  readonly launchIndex: number;
  readonly templateId: string | null;
  readonly templateVersion: string | null;
  readonly imageId: string;
  readonly instanceType: string;
  readonly subnetId: string;
  readonly availabilityZone: string;
  readonly privateIp: string;
  readonly launchedAt: number;
  readonly profileArn: string | null;
  readonly routeToSsm: boolean;
  readonly shutdownBehavior: 'stop' | 'terminate';
  readonly metadata: MetadataOptions;
  readonly tags: Tags;
  readonly volumeId: string;
  readonly volumeTags: Tags;
  readonly interfaceId: string;
  readonly interfaceTags: Tags;
  readonly phases: readonly Phase[];
  /** From when the SSM agent answers, or null when it never will. */
  readonly agentAt: number | null;
  /** When the agent first answered or will: a reboot does not undo it. */
  readonly registeredAt: number | null;
  /** From when other calls than the launch can see the instance. */
  readonly visibleAt: number;
  /** For how long the state before termination is still shown. */
  readonly lingerMs: number;
  readonly stateReason: { readonly code: string; readonly message: string } | null;
  readonly machine: Machine;
}

export interface TemplateVersion {
  readonly number: number;
  readonly description: string;
  readonly createdAt: number;
  readonly imageId: string;
  readonly instanceType: string;
  readonly subnetId: string;
  readonly profileArn: string | null;
  /** False: a machine from this version never reaches Systems Manager. */
  readonly routeToSsm: boolean;
  /** Absent in worlds that are older than it: as practice's templates have it. */
  readonly settings?: TemplateSettings;
}

export interface Template extends Place {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly defaultVersion: number;
  readonly versions: readonly TemplateVersion[];
}

export interface Image extends Place {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  /** Absent in worlds that are older than tags of images. */
  readonly tags?: Tags;
  /** From when it is shown to its owner alone (epoch milliseconds); absent while nobody said. */
  readonly deprecatedAt?: number;
  /** What a machine that boots from it writes on its console: the image's own doing. Absent: nothing. */
  readonly prints?: string;
}

export interface Session extends Place {
  readonly id: string;
  readonly instanceId: string;
  readonly owner: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly document: string | null;
  readonly reason: string | null;
  /** Someone types in it; an idle one is ended after twenty minutes. */
  readonly active: boolean;
  readonly lastActivityAt: number;
}

export interface Schedule extends Place {
  readonly name: string;
  readonly group: string;
  readonly expression: string;
  readonly timezone: string;
  readonly description: string | null;
  readonly state: 'ENABLED' | 'DISABLED';
  readonly target: ScheduleTarget;
  readonly afterCompletion: 'NONE' | 'DELETE';
  readonly clientToken: string | null;
  readonly parameters: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly dueAt: number;
  readonly firedAt: number | null;
  /** How often its target refused for a while; none before it was due. */
  readonly attempts?: number;
  /** When it was first due, once it was refused (epoch milliseconds). */
  readonly triedSince?: number;
}

export interface ScheduleTarget {
  readonly Arn: string;
  readonly RoleArn: string;
  readonly Input?: string | undefined;
  readonly RetryPolicy?:
    | {
        readonly MaximumEventAgeInSeconds?: number | undefined;
        readonly MaximumRetryAttempts?: number | undefined;
      }
    | undefined;
}

/** A run of a document that terminates the instances that bear a tag, or are named. */
export interface Execution extends Place {
  readonly id: string;
  readonly document: string;
  readonly startedAt: number;
  readonly actsAt: number;
  readonly status: 'InProgress' | 'Success' | 'Failed';
  readonly aim:
    | { readonly tags: Readonly<Record<string, readonly string[]>> }
    | { readonly instanceIds: readonly string[] };
  readonly terminated: readonly string[];
  /** ARN of the role that it acts with, when a service started it. */
  readonly role?: string;
}

/** Temporary credentials of a role session that AssumeRole or AssumeRoleWithWebIdentity handed out. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Key of its role among the roles. */
  readonly role: string;
  readonly tags: Tags;
  /** Keys of those tags that go on when another role is assumed. */
  readonly transitiveTags: readonly string[];
  readonly sourceIdentity: string | null;
  /** The user of the directory whom the access portal gave them to; absent for all others. */
  readonly directoryUser?: string;
  /** Session policy, or null. */
  readonly policy: string | null;
  /** ARN of the instance whose own credentials they are; absent for all others. */
  readonly sourceInstance?: string;
}

/** What decides about a role: who may assume it, and what it may do, as JSON documents. */
export interface RolePolicies {
  readonly trust: string;
  readonly inline: Readonly<Record<string, string>>;
}

export interface Role {
  readonly account: string;
  readonly name: string;
  /** `/` or `/like/this/`. */
  readonly path: string;
  readonly roleId: string;
  readonly description: string | null;
  readonly createdAt: number;
  readonly maximumSessionSeconds: number;
  /** When and where it was last assumed; absent when it never was. */
  readonly lastUsed?: { readonly at: number; readonly region: string };
  readonly now: RolePolicies;
  /** What AWS still decides by until a change has reached everywhere; null: there was no role yet. */
  readonly before: readonly { readonly until: number; readonly state: RolePolicies | null }[];
}
