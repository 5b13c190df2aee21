import type { CloudScope } from '@sekisho/core/cloud';
import type { AwsCredentials } from './clients.ts';

/** Told of every call that did not succeed. */
export interface AwsLogger {
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface AwsOpsCloudOptions {
  /** Every service's address, for practice and tests; none means AWS. */
  readonly endpoint?: string;
  /** None means the SDK's own chain: environment, profile, container, instance. */
  readonly credentials?: AwsCredentials;
  /** Bound of one port call, all its pages and role changes included. Default 8000. */
  readonly requestTimeoutMs?: number;
  /** Name of this installation: role sessions and switches bear it. */
  readonly installation: string;
  /** Role that switches start the Automation with; a function when it differs by account. */
  readonly schedulerRoleArn: string | ((scope: CloudScope) => string);
  /** Default `default`. */
  readonly scheduleGroup?: string;
  /** Default `Sekisho-TerminateLease`. */
  readonly automationDocument?: string;
  readonly logger?: AwsLogger;
  readonly now?: () => Date;
  readonly newToken?: () => string;
}
