export { createAwsAccessCloud } from './access-cloud.ts';
export type { AwsAccessCloudOptions } from './access-cloud-options.ts';
export type { AwsLogger, AwsOptions } from './caller.ts';
export { createAwsCiCloud } from './ci-cloud.ts';
export { shellQuote } from './commands/shell-quote.ts';
export {
  type ConnectOptions,
  connectCommand,
  type ForwardOptions,
  forwardCommand,
} from './commands/start-session.ts';
export { createAwsDoctorCloud } from './doctor-cloud.ts';
export { type IamActions, iamActions } from './iam-actions.ts';
export { createAwsKeeping } from './keeping-cloud.ts';
export { createAwsOpsCloud } from './ops-cloud.ts';
export type { AwsOpsCloudOptions } from './ops-cloud-options.ts';
export { costPerHour, pricesDate } from './prices/cost-per-hour.ts';
export { createAwsRecordings } from './recording-cloud.ts';
export { createAwsSessionCloud } from './session-cloud.ts';
