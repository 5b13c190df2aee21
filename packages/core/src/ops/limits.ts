import type { ApiLimit, LimitsOf } from '../platform/rate-limit/limit-cloud.ts';
import type { OpsCloud } from './cloud.ts';

/** Four fifths of what AWS gives an account and region, so that others who use it are not starved. */
function share(api: string, refill: number, bucket: number): ApiLimit {
  return { api, perSecond: refill * 0.8, burst: bucket * 0.8 };
}

const ssm = { api: 'ssm', perSecond: 8, burst: 30 };
const scheduler = { api: 'scheduler', perSecond: 40, burst: 40 };

/**
 * How much of each AWS API we take: a bucket an API, since EC2 judges each alone.
 *
 * - EC2, refill a second and bucket: AWS's "Request throttling for the Amazon EC2 API" says 20 and 100
 *   for what only reads; AWS's own Karpenter simulates by that page's table (`kwok/ec2/ratelimiting.go`)
 *   2 and 5 for RunInstances, 5 and 100 for TerminateInstances, 10 and 100 for CreateTags, 5 and 50 for
 *   other changes. That StopInstances and RebootInstances are no exceptions was not confirmed.
 * - EventBridge Scheduler: its quotas page says 250 to 5,000 CreateSchedule a second, by region and
 *   edition of the page; accounts older than September 2023 may have kept 50, and we take less than that.
 *   Its other calls were not confirmed.
 * - Systems Manager publishes no figures for the calls we make: ours are a guess, and a complaint of
 *   AWS's slows everybody down (`RateLimiter.slowDown`).
 * - STS has no bucket: the adapter asks it once in eleven minutes for each role, region and process.
 *
 * A token is one call of the port, which may be several of AWS's: a page of 200 instances each, and up to
 * three different APIs to resolve a template.
 */
export const opsLimits: LimitsOf<OpsCloud> = {
  resolveTemplate: share('ec2:DescribeLaunchTemplateVersions', 20, 100),
  launch: share('ec2:RunInstances', 2, 5),
  instancesByTag: share('ec2:DescribeInstances', 20, 100),
  terminate: share('ec2:TerminateInstances', 5, 100),
  stop: share('ec2:StopInstances', 5, 50),
  reboot: share('ec2:RebootInstances', 5, 50),
  tag: share('ec2:CreateTags', 10, 100),
  agents: ssm,
  sessions: ssm,
  endSession: ssm,
  arm: scheduler,
  disarm: scheduler,
  armedFor: scheduler,
};
