export { actions, impliedActions } from './actions.ts';
export { shellQuote } from './commands/shell-quote.ts';
export {
  type ConnectOptions,
  connectCommand,
  type ForwardOptions,
  forwardCommand,
} from './commands/start-session.ts';
export { type AwsLogger, type AwsOpsCloudOptions, createAwsOpsCloud } from './ops-cloud.ts';
export { costPerHour, pricesDate } from './prices/cost-per-hour.ts';
export { impliedSourceActions, sourceActions } from './source-actions.ts';
