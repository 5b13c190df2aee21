import type { CloudUse } from '@sekisho/core/cloud';
import type { Connection } from '../../connection.ts';
import { ciRolesPolicy } from '../../policies/ci-roles.ts';
import { opsRecordingsPolicy } from '../../policies/ops-recordings.ts';
import type { MemberPlace } from '../../policies/place.ts';
import type { PolicyDocument } from '../../policies/statement.ts';
import { arnsOf } from '../arns.ts';
import type { Asking } from './questions.ts';

/** A generated policy, the role that should have it, and what of it is asked about. */
export interface Asked {
  /** Name of its file in docs/iam. */
  readonly policy: string;
  readonly document: PolicyDocument;
  /** ARN; null where nobody says whose policies count. */
  readonly role: string | null;
  readonly asking: Asking;
}

type Use<Kind extends CloudUse['kind']> = Extract<CloudUse, { readonly kind: Kind }>;

/** What lending roles to CI jobs needs. */
export function askedOfCi({ scope }: Connection, { brokered, windows }: Use<'ci'>): Asked {
  const { account, region, roleArn } = scope;
  const { partition } = arnsOf(scope);
  const named = (arns: readonly string[]) => arns.map((arn) => arn.replace(/^.*?:role\//, ''));
  const document = ciRolesPolicy({
    ...{ partition, account, regions: [region], installation: '' },
    ...{ brokerRoles: named(brokered), windowRoles: named(windows) },
  });
  return { policy: 'ci-roles', document, role: roleArn ?? null, asking: { region } };
}

/** What reading recordings needs, of the places that are configured. */
export function askedOfRecordings(
  { scope }: Connection,
  { s3, logGroup, hostLogGroup }: Use<'recordings'>,
): Asked {
  const { account, region, roleArn } = scope;
  const { partition } = arnsOf(scope);
  const place: MemberPlace = {
    ...{ partition, account, regions: [region], installation: '', launchTemplates: [] },
    ...{ canaries: [], ownRole: '', instanceRole: '', schedulerRole: '' },
    ...{ document: '', forwardDocument: '' },
    recording: {
      logGroup: hostLogGroup,
      sessionLogGroup: logGroup ?? hostLogGroup,
      ...{ bucket: s3?.bucket ?? '', prefix: s3?.prefix ?? '' },
    },
  };
  // Whether sessions may be listed is tried with what ops servers need.
  const isUsed = (action: string) =>
    action !== 'ssm:DescribeSessions' && (s3 !== null || !action.startsWith('s3:'));
  const document = opsRecordingsPolicy(place);
  return { policy: 'ops-recordings', document, role: roleArn ?? null, asking: { region, isUsed } };
}
