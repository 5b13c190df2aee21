import { createElbReader } from './elb-line.ts';
import type { LogFormat } from './log-format.ts';

/**
 * Access logs of an AWS Application Load Balancer. The minute of a request is that of the field
 * `time`, "the time when the load balancer generated a response to the client" (for WebSockets,
 * when the connection closed), not that of `request_creation_time`: files are cut by it.
 * Its latency is the sum of the three processing times; its status is `elb_status_code`.
 * Source: Elastic Load Balancing, "Access logs for your Application Load Balancer", access log entries.
 */
export const alb: LogFormat = {
  name: 'alb',
  createReader: (needs) => createElbReader({ typed: true }, needs),
};
