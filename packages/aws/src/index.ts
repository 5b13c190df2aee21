export { actions, impliedActions } from './actions.ts';
export { type AthenaSourceOptions, createAthenaSource } from './athena/athena-source.ts';
export {
  type CloudWatchAlarmSourceOptions,
  createCloudWatchAlarmSource,
} from './cloudwatch/alarm-source.ts';
export type { CloudWatchSli, Metric } from './cloudwatch/declaration.ts';
export {
  type CloudWatchSourceOptions,
  createCloudWatchSource,
} from './cloudwatch/metric-source.ts';
export { shellQuote } from './commands/shell-quote.ts';
export {
  type ConnectOptions,
  connectCommand,
  type ForwardOptions,
  forwardCommand,
} from './commands/start-session.ts';
export { createS3LogStore, type S3LogStoreOptions } from './log-store/s3-log-store.ts';
export { createSqsLogNotices, type SqsLogNoticesOptions } from './log-store/sqs-log-notices.ts';
export { type AwsLogger, type AwsOpsCloudOptions, createAwsOpsCloud } from './ops-cloud.ts';
export { costPerHour, pricesDate } from './prices/cost-per-hour.ts';
export { sourceActions } from './source-actions.ts';
export { createRoleCredentials } from './sources/role-credentials.ts';
