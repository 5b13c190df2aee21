import { CloudError } from '../cloud-error.ts';
import type { CloudScope } from '../cloud-scope.ts';
import { afterWaiting } from './after-waiting.ts';
import type { RateLimit, RateLimiter } from './rate-limiter.ts';

/** Which AWS API a call of a port uses up, and how much of it we take. */
export interface ApiLimit extends RateLimit {
  readonly api: string;
}

/** The limit of each method of a port. */
export type LimitsOf<Cloud> = Readonly<Record<keyof Cloud, ApiLimit>>;

/** A call that would wait longer than this is put off like any throttled one. */
const mostSeconds = 5;

/**
 * A cloud within its limits, which all replicas share; the first argument of each method is its scope.
 * Errors: as the cloud's, and `throttled` when it must wait too long.
 */
export function limitCloud<Cloud extends object>(
  cloud: Cloud,
  limiter: RateLimiter,
  limits: LimitsOf<Cloud>,
): Cloud {
  return new Proxy(cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || !Object.hasOwn(limits, name)) return member;
      const limit = limits[name as keyof Cloud];
      return async (scope: CloudScope, ...rest: unknown[]) => {
        // An engine of one's own shares out nothing.
        if (scope.engine !== undefined) {
          return (await Reflect.apply(member, target, [scope, ...rest])) as unknown;
        }
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
