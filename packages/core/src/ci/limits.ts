import type { LimitsOf } from '../platform/rate-limit/limit-cloud.ts';
import type { CiCloud } from './cloud.ts';

/**
 * STS gives an account and region 600 calls a second for all that need credentials, AssumeRole among
 * them (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html); a house of jobs
 * needs few of them. IAM publishes no figures: ours are a guess, and a complaint of AWS's slows
 * everybody down.
 */
const iam = { api: 'iam', perSecond: 5, burst: 15 };

export const ciLimits: LimitsOf<CiCloud> = {
  assumeRole: { api: 'sts', perSecond: 100, burst: 100 },
  role: iam,
  putRolePolicy: iam,
  deleteRolePolicy: iam,
};
