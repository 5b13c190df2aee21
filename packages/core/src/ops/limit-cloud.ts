import { CloudError } from '../platform/cloud-error.ts';
import { afterWaiting } from '../platform/rate-limit/after-waiting.ts';
import type { RateLimit, RateLimiter } from '../platform/rate-limit/rate-limiter.ts';
import type { CloudScope, OpsCloud } from './cloud.ts';

/** Which AWS API a call of the port uses up, and how much of it we take. */
export interface ApiLimit extends RateLimit {
  readonly api: string;
}

export type CloudLimits = Readonly<Record<keyof OpsCloud, ApiLimit>>;

const describe = { api: 'ec2:Describe', perSecond: 15, burst: 80 };
const change = { api: 'ec2:Change', perSecond: 4, burst: 80 };
const scheduler = { api: 'scheduler', perSecond: 40, burst: 80 };
const ssm = { api: 'ssm', perSecond: 8, burst: 30 };

/**
 * Four fifths of what AWS gives an account and region, so that others who use it are not
 * starved (EC2 "Request throttling": describing refills 20 a second, changing 5, RunInstances
 * 2; EventBridge Scheduler quotas: 50 and more; Systems Manager does not publish most of its own).
 */
export const awsLimits: CloudLimits = {
  resolveTemplate: describe,
  launch: { api: 'ec2:RunInstances', perSecond: 1.6, burst: 5 },
  instancesByTag: describe,
  terminate: change,
  stop: change,
  reboot: change,
  tag: change,
  agents: ssm,
  sessions: ssm,
  endSession: ssm,
  arm: scheduler,
  disarm: scheduler,
  armedFor: scheduler,
};

/** A call that would wait longer than this is put off like any throttled one. */
const mostSeconds = 5;

/** The cloud within its limits, which all replicas share. Errors: as the cloud's, and `throttled` when it must wait too long. */
export function limitCloud(cloud: OpsCloud, limiter: RateLimiter, limits: CloudLimits): OpsCloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || !Object.hasOwn(limits, name)) return member;
      const limit = limits[name as keyof OpsCloud];
      return async (scope: CloudScope, ...rest: unknown[]) => {
        const bucket = `${scope.account}/${scope.region}/${limit.api}`;
        if (!(await limiter.take(bucket, limit, mostSeconds))) {
          throw new CloudError('throttled', 'SharedRateLimit', `${limit.api} is used up for now`);
        }
        await afterWaiting();
        try {
          return (await Reflect.apply(member, target, [scope, ...rest])) as unknown;
        } catch (error) {
          if (error instanceof CloudError && error.failure === 'throttled') {
            await limiter.slowDown(bucket);
          }
          throw error;
        }
      };
    },
  });
}
