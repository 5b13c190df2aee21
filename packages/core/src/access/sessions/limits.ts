import type { LimitsOf } from '../../platform/rate-limit/limit-cloud.ts';
import type { SessionCloud } from './cloud.ts';

/** Organizations allows changes of policies slowly, and each of these is several calls. */
const policies = { api: 'organizations-policies', perSecond: 1, burst: 4 };

export const sessionLimits: LimitsOf<SessionCloud> = {
  sessionPolicies: policies,
  denySessions: policies,
  allowSessions: policies,
};
