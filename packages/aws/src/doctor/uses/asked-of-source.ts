import type { CloudScope, CloudUse } from '@sekisho/core/cloud';
import type { SourcePlace } from '../../policies/place.ts';
import {
  alarmSourcePolicy,
  athenaSourcePolicy,
  logSourcePolicy,
  metricSourcePolicy,
} from '../../policies/sources.ts';
import { arnsOf } from '../arns.ts';
import type { Asked } from './asked.ts';

/** What a source of SLOs reads. */
export type SourceUse = Extract<
  CloudUse,
  { readonly kind: 'logs' | 'athena' | 'metrics' | 'alarms' }
>;

/** What a source needs of the role that reads it. */
export function askedOfSource(scope: CloudScope, use: SourceUse): Asked {
  const { region } = use;
  const role = scope.roleArn ?? null;
  const place = placeOf({ ...scope, region });
  switch (use.kind) {
    case 'metrics': {
      const document = metricSourcePolicy(place);
      return { policy: 'source-cloudwatch-metric', document, role, asking: { region } };
    }
    case 'alarms': {
      const document = alarmSourcePolicy(place);
      return { policy: 'source-cloudwatch-alarm', document, role, asking: { region } };
    }
    case 'logs':
      return askedOfLogs(place, role, use);
    case 'athena':
      return askedOfAthena(place, role, use);
  }
}

/** The queue may be another account's: its address says whose. It is taken to be in the bucket's region. */
function askedOfLogs(
  place: SourcePlace,
  role: string | null,
  { region, bucket, prefix, queueUrl }: Extract<SourceUse, { readonly kind: 'logs' }>,
): Asked {
  const [account = place.account, queue = ''] = new URL(queueUrl ?? 'https://none').pathname
    .split('/')
    .slice(-2);
  const there = queueUrl === null ? place : { ...place, account };
  const document = logSourcePolicy({ ...there, logs: { bucket, prefix, queue } });
  const isUsed = (action: string) => queueUrl !== null || !action.startsWith('sqs:');
  return { policy: 'source-logs', document, role, asking: { region, isUsed } };
}

/** Which buckets Athena reads, the table knows, and where it answers perhaps the workgroup: those are not asked about. */
function askedOfAthena(
  place: SourcePlace,
  role: string | null,
  use: Extract<SourceUse, { readonly kind: 'athena' }>,
): Asked {
  const { region, workgroup, database, table, answers: address, ownCatalogue } = use;
  const answers = address === null ? '' : (address.split('/')[2] ?? '');
  const document = athenaSourcePolicy({
    ...place,
    athena: { workgroup, database, answers, data: '' },
  });
  const isUsed = (action: string, resource: string) => {
    if (action.startsWith('glue:')) return ownCatalogue;
    return !/:::(\/|$)/.test(resource);
  };
  const filled = (resource: string) =>
    resource.includes(':table/') ? [resource.replace('*', table)] : [];
  return { policy: 'source-athena', document, role, asking: { region, isUsed, filled } };
}

function placeOf(scope: CloudScope): SourcePlace {
  const { account, region } = scope;
  const { partition } = arnsOf(scope);
  return {
    ...{ partition, account, regions: [region], installation: '' },
    logs: { bucket: '', prefix: '', queue: '' },
    athena: { workgroup: '', database: '', data: '', answers: '' },
  };
}
