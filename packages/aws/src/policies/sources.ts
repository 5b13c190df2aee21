import { actions as athenaRows } from '../athena/read-rows.ts';
import { actions as athenaQuery } from '../athena/run-query.ts';
import { actions as alarmHistory } from '../cloudwatch/alarm-history.ts';
import { actions as metricData } from '../cloudwatch/get-metric-data.ts';
import { actions as logStore } from '../log-store/s3-log-store.ts';
import { actions as logNotices } from '../log-store/sqs-log-notices.ts';
import { impliedSourceActions } from '../source-actions.ts';
import { calledIn, inRegions, type SourcePlace } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

/** What a source of kind CloudWatch metric reads; metrics cannot be named in a policy. */
export function metricSourcePolicy(place: SourcePlace): PolicyDocument {
  return documentOf(metricData, [
    allow('ReadMetrics', metricData, { on: ['*'], when: calledIn(place) }),
  ]);
}

/** What a source of kind CloudWatch alarm reads. */
export function alarmSourcePolicy(place: SourcePlace): PolicyDocument {
  return documentOf(alarmHistory, [
    allow('ReadAlarms', alarmHistory, { on: inRegions(place, 'cloudwatch', 'alarm:*') }),
  ]);
}

/** What counting a load balancer's logs reads: one prefix of one bucket, and one queue that tells of new files. */
export function logSourcePolicy(place: SourcePlace): PolicyDocument {
  const { bucket, prefix, queue } = place.logs;
  const arn = `arn:${place.partition}:s3:::${bucket}`;
  const declared = [...logStore, ...logNotices];
  return documentOf(declared, [
    allow('ListLogs', ['s3:ListBucket'] as const, {
      on: [arn],
      when: { StringLike: { 's3:prefix': `${prefix}*` } },
    }),
    allow('ReadLogs', ['s3:GetObject'] as const, { on: [`${arn}/${prefix}*`] }),
    allow('HearOfLogs', logNotices, { on: inRegions(place, 'sqs', queue) }),
  ]);
}

/**
 * What a source of kind Athena needs: one workgroup, and, in its name, one database of the catalogue, the
 * table's files and the bucket of answers.
 * Source: Service Authorization Reference, Amazon Athena and AWS Glue; Amazon Athena User Guide.
 */
export function athenaSourcePolicy(place: SourcePlace): PolicyDocument {
  const { workgroup, database, data, answers } = place.athena;
  const declared = [...athenaQuery, ...athenaRows, ...impliedSourceActions];
  const bucket = (name: string) => `arn:${place.partition}:s3:::${name}`;
  const catalogue = impliedSourceActions.filter((action) => action.startsWith('glue:'));
  return documentOf(declared, [
    allow('Query', [...athenaQuery, ...athenaRows], {
      on: inRegions(place, 'athena', `workgroup/${workgroup}`),
    }),
    allow('ReadCatalogue', catalogue, {
      on: inRegions(place, 'glue', 'catalog', `database/${database}`, `table/${database}/*`),
    }),
    allow('FindBuckets', ['s3:GetBucketLocation', 's3:ListBucket'] as const, {
      on: [bucket(data), bucket(answers)],
    }),
    allow('ReadFiles', ['s3:GetObject'] as const, {
      on: [`${bucket(data)}/*`, `${bucket(answers)}/*`],
    }),
    allow('WriteAnswers', ['s3:PutObject'] as const, { on: [`${bucket(answers)}/*`] }),
  ]);
}
