import { createElbReader } from './elb-line.ts';
import type { LogFormat } from './log-format.ts';

/**
 * Access logs of an AWS Classic Load Balancer: as an ALB's without the type of the request. The
 * minute is that of `time`, when the load balancer received the request. Lines of TCP listeners
 * have `-` for a status and are told as unparsed: nobody can say whether they went well.
 * Source: Elastic Load Balancing, "Access logs for your Classic Load Balancer", access log entries.
 */
export const clb: LogFormat = {
  name: 'clb',
  createReader: (needs) => createElbReader({ typed: false }, needs),
};
