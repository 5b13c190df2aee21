import type { CloudScope } from '../platform/cloud-scope.ts';
import type { ImageProvenance } from './provenance.ts';

export type { CloudScope, ContainerEngine } from '../platform/cloud-scope.ts';

/** A launch template pinned to one version, with what an approver should know of it. */
export interface ResolvedTemplate {
  readonly launchTemplateId: string;
  /** A number, never `$Latest` or `$Default`: what is approved is what is launched. */
  readonly version: string;
  readonly imageId: string;
  /** When the image was made (ISO 8601), or null when AWS no longer shows the image. */
  readonly imageCreatedAt: string | null;
  /** The parameter by which the template names its image; none where it names the image itself. */
  readonly imageParameter?: string | null;
  /** What was published of the image; none when nothing was, or of another image. */
  readonly provenance?: ImageProvenance | null;
  readonly instanceType: string;
}

/** Which template is meant, of which size. */
export interface TemplateWish {
  /** Its name or id. */
  readonly name: string;
  readonly instanceType: string;
  /** A number; its default version without it. */
  readonly version?: string;
}

export interface LaunchOrder {
  /** `<lease>-<attempt>`, at most 64 ASCII characters: the same token launches at most one instance. */
  readonly clientToken: string;
  readonly launchTemplateId: string;
  readonly version: string;
  /** The image, where the template names a parameter that may have changed since; its own without it. */
  readonly imageId?: string;
  readonly instanceType: string;
  /** Put on instance, volumes and interfaces in the same call. */
  readonly tags: Readonly<Record<string, string>>;
}

export type InstanceState =
  | 'pending'
  | 'running'
  | 'shutting-down'
  | 'terminated'
  | 'stopping'
  | 'stopped';

export interface OpsInstance {
  readonly instanceId: string;
  readonly state: InstanceState;
  readonly clientToken: string | null;
  readonly instanceType: string;
  readonly imageId: string;
  /** ISO 8601. */
  readonly launchedAt: string;
  /** Null where there are none, as on a container engine. */
  readonly hasInstanceProfile: boolean | null;
  readonly privateIp: string | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** `absent`: the agent has never registered. */
export type AgentStatus = 'online' | 'lost' | 'absent';

export interface OpsSession {
  readonly sessionId: string;
  readonly instanceId: string;
  /** ARN of the principal that opened it. */
  readonly owner: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Session document, e.g. `AWS-StartPortForwardingSessionToRemoteHost`; null for a plain shell. */
  readonly document: string | null;
}

/** A one-time schedule in AWS that terminates the lease's instances although Sekisho is dead. */
export interface DeadMansSwitch {
  /** Schedule name, unique to the lease, at most 64 characters. */
  readonly name: string;
  readonly lease: string;
  /** When it fires (ISO 8601, whole seconds). */
  readonly at: string;
}

/**
 * What ops servers need of a cloud. Every method makes bounded network calls
 * (shorter than a reconciler's claim) and throws only `CloudError`.
 */
export interface OpsCloud {
  /** Pins the template's version and its image, and reads the image's age. Errors: `not-found`, `denied`, `invalid`. */
  resolveTemplate(scope: CloudScope, template: TemplateWish): Promise<ResolvedTemplate>;
  /** Launches one instance, or answers with the one that this token launched before (perhaps terminated by now). */
  launch(scope: CloudScope, order: LaunchOrder): Promise<OpsInstance>;
  /** Instances that bear `tag` with one of `values` (at most 200), in every state AWS still shows; all pages. */
  instancesByTag(
    scope: CloudScope,
    tag: string,
    values: readonly string[],
  ): Promise<readonly OpsInstance[]>;
  /** Terminates; an instance that is gone already is no error. */
  terminate(scope: CloudScope, instanceId: string): Promise<void>;
  /** Takes the instance off the network and stops it, keeping its disk: the sweep's quarantine. */
  stop(scope: CloudScope, instanceId: string): Promise<void>;
  reboot(scope: CloudScope, instanceId: string): Promise<void>;
  /** Sets tags on an instance. Errors: `not-found` when it is gone. */
  tag(scope: CloudScope, instanceId: string, tags: Readonly<Record<string, string>>): Promise<void>;
  /** Agent status by instance id; ids that SSM does not know are `absent`. */
  agents(
    scope: CloudScope,
    instanceIds: readonly string[],
  ): Promise<ReadonlyMap<string, AgentStatus>>;
  /** Active Session Manager sessions on these instances. */
  sessions(scope: CloudScope, instanceIds: readonly string[]): Promise<readonly OpsSession[]>;
  endSession(scope: CloudScope, sessionId: string): Promise<void>;
  /** Creates the switch or moves it to `at`; repeating it changes nothing. */
  arm(scope: CloudScope, deadMansSwitch: DeadMansSwitch): Promise<void>;
  /** Removes the switch; one that is gone already is no error. */
  disarm(scope: CloudScope, name: string): Promise<void>;
  /** When the switch fires (ISO 8601), or null when there is none. */
  armedFor(scope: CloudScope, name: string): Promise<string | null>;
}
