import type { EC2Client } from '@aws-sdk/client-ec2';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { CloudScope, OpsCloud } from '@sekisho/core/cloud';
import type { SeededTemplate } from './judges/seed-template.ts';

/** What a judge may lack; a behaviour that needs it is then skipped under its own title. */
export type Capability =
  | 'roles'
  | 'image parameters'
  | 'token replay'
  | 'token mismatch'
  | 'interface tags'
  | 'launch checks template'
  | 'unknown instances'
  | 'tagging checks instance'
  | 'agents'
  | 'sessions'
  | 'many instances';

/** What names look like, and some that nothing has. */
export interface Looks {
  readonly instanceId: RegExp;
  readonly imageId: RegExp;
  readonly templateId: RegExp;
  readonly version: RegExp;
  readonly unknownInstance: string;
  readonly otherSize: string;
  readonly owner: RegExp;
}

/** A cloud to judge an adapter by, whoever's cloud it is. */
export interface CloudJudge {
  /** Names this run: whatever it launches bears it as `sekisho:contract-run`. */
  readonly run: string;
  readonly cloud: OpsCloud;
  readonly scope: CloudScope;
  readonly template: SeededTemplate;
  readonly looks: Looks;
  /** Whatever must be there before a lease's first launch. */
  prepare(lease: string): Promise<void>;
  /** Opens a session as a holder does, and names it. */
  openSession(instanceId: string): Promise<string>;
  close(): Promise<void>;
}

/** An AWS to judge the adapter by: the adapter under test, and clients that look past it. */
export interface Judge extends CloudJudge {
  /** Another account, entered by assuming a role. */
  readonly elsewhere?: CloudScope;
  readonly ec2: EC2Client;
  readonly ssm: SSMClient;
}

export interface OpsCloudHarness {
  readonly name: string;
  /** What this judge cannot show, and why. */
  readonly lacks: Readonly<Partial<Record<Capability, string>>>;
  /** How long a state may take to come, in milliseconds. */
  readonly patienceMs: number;
  open(): Promise<Judge>;
}
