import type { CloudScope } from '@sekisho/core/cloud';
import type { AwsOptions } from './caller.ts';

export interface AwsAccessCloudOptions extends AwsOptions {
  /** Role that schedules remove access with, in the account of the scope; a function when it differs by scope. */
  readonly removalRoleArn: string | ((scope: CloudScope) => string);
  /** Default `default`. */
  readonly scheduleGroup?: string;
  readonly newToken?: () => string;
}
