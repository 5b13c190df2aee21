export { type LogLinesOptions, logLinesSink } from './log-lines/log-lines.ts';
export {
  type PrometheusOptions,
  type PrometheusSink,
  prometheusSink,
} from './prometheus/prometheus.ts';
export { type PushOptions, type PushSink, type PushStats, pushSink } from './push/push.ts';
