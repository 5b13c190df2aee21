import type { LimitsOf } from '../platform/rate-limit/limit-cloud.ts';
import type { RecordingCloud } from './cloud.ts';

/**
 * How much of each AWS API reading recordings takes. Systems Manager shares what ops servers take of
 * it. CloudWatch Logs: its quotas page says 25 GetLogEvents a second in most regions, 10 in some; S3's
 * 5,500 reads a second of a prefix are no limit to us.
 */
export const recordingLimits: LimitsOf<RecordingCloud> = {
  listSessions: { api: 'ssm', perSecond: 8, burst: 30 },
  endedSession: { api: 'ssm', perSecond: 8, burst: 30 },
  readObject: { api: 's3:GetObject', perSecond: 50, burst: 50 },
  readStream: { api: 'logs:GetLogEvents', perSecond: 5, burst: 10 },
};
