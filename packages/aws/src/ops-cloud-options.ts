import type { CloudScope } from '@sekisho/core/cloud';
import type { AwsOptions } from './caller.ts';

export interface AwsOpsCloudOptions extends AwsOptions {
  /** Role that switches start the Automation with; a function when it differs by account. */
  readonly schedulerRoleArn: string | ((scope: CloudScope) => string);
  /** Default `default`. */
  readonly scheduleGroup?: string;
  /** Default `Sekisho-TerminateLease`. */
  readonly automationDocument?: string;
  readonly newToken?: () => string;
}
