export { type AwsLogger, type AwsOpsCloudOptions, createAwsOpsCloud } from './ops-cloud.ts';
