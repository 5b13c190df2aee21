/* What Amazon Data Firehose delivers of a subscription of CloudWatch Logs. */
export { type LogEventLine, readLogEvents } from './read-log-events.ts';
export { type DeliveryProblem, readFirehoseRequest } from './read-request.ts';
