import { actions as athenaRows } from './athena/read-rows.ts';
import { actions as athenaQuery } from './athena/run-query.ts';
import { actions as alarmHistory } from './cloudwatch/alarm-history.ts';
import { actions as metricData } from './cloudwatch/get-metric-data.ts';
import { actions as logStore } from './log-store/s3-log-store.ts';
import { actions as logNotices } from './log-store/sqs-log-notices.ts';

/** Every IAM action that the sources of minutes and logs call; each source needs only those of its service. */
export const sourceActions = [
  ...[...alarmHistory, ...athenaQuery, ...athenaRows],
  ...[...metricData, ...logStore, ...logNotices],
].sort();

/**
 * What Athena does in the name of whoever asks it: it finds the table, reads its files and writes the
 * answer to the bucket of answers.
 * Source: Amazon Athena User Guide, "Identity and access management in Athena".
 */
export const impliedSourceActions = [
  ...['glue:GetDatabase', 'glue:GetPartition', 'glue:GetPartitions', 'glue:GetTable'],
  ...['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:PutObject'],
] as const;
