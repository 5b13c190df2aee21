import { accessLimits, sessionLimits } from './access/index.ts';
import { ciLimits } from './ci/index.ts';
import { opsLimits } from './ops/index.ts';
import type { House } from './platform/context.ts';
import { limitCloud } from './platform/rate-limit/limit-cloud.ts';
import { createRateLimiter } from './platform/rate-limit/rate-limiter.ts';
import type { Ports } from './ports.ts';
import { recordingLimits } from './recording/index.ts';

/** How much of the APIs behind each port is taken; all replicas share it. */
export const awsLimits = {
  cloud: opsLimits,
  access: accessLimits,
  sessions: sessionLimits,
  ci: ciLimits,
  recordings: recordingLimits,
} as const;
export type AwsLimits = typeof awsLimits;

/**
 * The ports, with every call to the cloud within its shared limits.
 * @param sleep resolves after so many seconds
 */
export function withinLimits(
  ports: Ports,
  house: House,
  limits: AwsLimits,
  sleep: (seconds: number) => Promise<void>,
): Ports {
  const limiter = createRateLimiter({ house, sleep });
  const { access, sessions, ci, recordings } = ports;
  return {
    ...ports,
    cloud: limitCloud(ports.cloud, limiter, limits.cloud),
    ...(access === undefined ? {} : { access: limitCloud(access, limiter, limits.access) }),
    ...(recordings === undefined
      ? {}
      : { recordings: limitCloud(recordings, limiter, limits.recordings) }),
    ...(sessions === undefined ? {} : { sessions: limitCloud(sessions, limiter, limits.sessions) }),
    ...(ci === undefined ? {} : { ci: { ...ci, cloud: limitCloud(ci.cloud, limiter, limits.ci) } }),
  };
}
