/* Clients of the sources of SLOs: apart from the ops servers', which are at work from the start. */
export { type AthenaSourceOptions, createAthenaSource } from '../athena/athena-source.ts';
export {
  type CloudWatchAlarmSourceOptions,
  createCloudWatchAlarmSource,
} from '../cloudwatch/alarm-source.ts';
export type { CloudWatchSli, Metric } from '../cloudwatch/declaration.ts';
export {
  type CloudWatchSourceOptions,
  createCloudWatchSource,
} from '../cloudwatch/metric-source.ts';
export { createS3LogStore, type S3LogStoreOptions } from '../log-store/s3-log-store.ts';
export { createSqsLogNotices, type SqsLogNoticesOptions } from '../log-store/sqs-log-notices.ts';
export { createRoleCredentials } from './role-credentials.ts';
