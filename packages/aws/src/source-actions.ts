import { actions as alarmHistory } from './cloudwatch/alarm-history.ts';
import { actions as metricData } from './cloudwatch/get-metric-data.ts';
import { actions as logStore } from './log-store/s3-log-store.ts';
import { actions as logNotices } from './log-store/sqs-log-notices.ts';

/** Every IAM action that the sources of minutes and logs call; each source needs only those of its service. */
export const sourceActions = [...alarmHistory, ...metricData, ...logStore, ...logNotices].sort();
