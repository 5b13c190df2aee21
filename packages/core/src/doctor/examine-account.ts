import type { Config, RecordingPlace } from '@sekisho/config';
import {
  type DoctorCode,
  type Finding,
  type FindingSubject,
  found,
  type OwnOutcome,
} from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import { judgeClock } from './clock.ts';
import type { EndpointSight, SessionPreferences, Tried } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';
import { examineQuotas } from './examine-quotas.ts';
import { deadMansSwitch, scheduleRole } from './examine-switch.ts';
import { examineTemplate, templateCodes } from './examine-template.ts';
import type { Examination } from './ports.ts';

const dependent: readonly DoctorCode[] = [
  'clock-aws',
  'aws-permission',
  ...templateCodes,
  'schedule-role',
  'dead-mans-switch',
  'ec2-quota',
  'session-preferences',
];

/** Everything that is looked at in an account. */
export const accountCodes: readonly DoctorCode[] = [
  'aws-external-id',
  'aws-endpoint',
  'aws-role',
  ...dependent,
];

/** What is looked at in every environment's account and region. */
export function environmentExaminations(
  config: Pick<Config, 'environments' | 'installation' | 'recording'>,
  rest: Pick<AccountExam, 'cloud' | 'scheduleRole' | 'houseAheadMs' | 'now'>,
): readonly Examination[] {
  const { environments, installation } = config;
  // A container engine is in no account.
  const inAws = Object.values(environments).filter(({ account }) => account !== '');
  return inAws.flatMap((environment) => {
    const { account, region, name, roleArn, externalId: id } = environment;
    const subject = { kind: 'aws', name, account, region } as const;
    const scope = {
      ...{ environment: name, account, region },
      ...(roleArn === null ? {} : { roleArn }),
      ...(id === null ? {} : { externalId: id }),
    };
    const recording = config.recording?.places[name] ?? null;
    return accountExaminations({
      ...{ environment, scope, subject, installation, recording },
      ...rest,
    });
  });
}

function accountExaminations(exam: AccountExam): readonly Examination[] {
  const { subject } = exam;
  return [
    {
      codes: ['aws-external-id'],
      subject,
      examine: async () => [externalId(exam)],
    },
    {
      codes: ['aws-endpoint'],
      subject,
      examine: () => endpoints(exam),
    },
    {
      codes: ['aws-role', ...dependent],
      subject,
      examine: () => examineInside(exam),
    },
  ];
}

function externalId({ subject, scope: { roleArn, externalId: id } }: AccountExam): Finding {
  if (roleArn === undefined) return found('aws-external-id', 'own', subject, {});
  const outcome = id === undefined ? 'none' : 'given';
  return found('aws-external-id', outcome, subject, { role: roleArn });
}

async function endpoints({ cloud, scope, subject }: AccountExam): Promise<readonly Finding[]> {
  const seen = await cloud.endpoints(scope);
  const told = (outcome: OwnOutcome<'aws-endpoint'>, some: readonly EndpointSight[]) => {
    const services = [...new Set(some.map(({ host }) => host))].join(', ');
    return services === '' ? [] : [found('aws-endpoint', outcome, subject, { services })];
  };
  const lost = seen.filter(({ reached }) => !reached);
  return [
    ...told(
      'unreachable',
      lost.filter(({ needed }) => needed),
    ),
    ...told(
      'partly',
      lost.filter(({ needed }) => !needed),
    ),
    ...told(
      'redirected',
      seen.filter(({ redirected }) => redirected),
    ),
    ...(lost.length > 0 ? [] : told('good', seen)),
  ];
}

/** Nothing else can be looked at where we do not get in. */
async function examineInside(exam: AccountExam): Promise<readonly Finding[]> {
  const { cloud, scope, subject, houseAheadMs } = exam;
  const identity = await orCloudError(cloud.identity(scope));
  if (identity instanceof CloudError) {
    const blocked = dependent.map((code) => found(code, 'blocked', subject, { by: 'aws-role' }));
    return [refusedRole(exam, identity), ...blocked];
  }
  const { arn, aheadMs } = identity;
  const detail = 'AWS sent no time';
  const clock =
    aheadMs === null
      ? found('clock-aws', 'unread', subject, { detail })
      : awsClock(subject, aheadMs, houseAheadMs);
  const looked = await Promise.all([
    permissions(exam),
    examineTemplate(exam),
    scheduleRole(exam),
    deadMansSwitch(exam),
    examineQuotas(exam),
    sessionPreferences(exam),
  ]);
  return [found('aws-role', 'good', subject, { arn }), clock, ...looked.flat()];
}

/** Nobody was asked to let us in: the SDK found no credentials, or AWS does not take them. */
const unknownCaller: ReadonlySet<string> = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
]);

function refusedRole({ scope, subject }: AccountExam, error: CloudError): Finding {
  const { failure, vendorCode, detail } = error;
  const role = scope.roleArn ?? '-';
  if (vendorCode === 'WrongAccount') return found('aws-role', 'other-account', subject, { detail });
  if (unknownCaller.has(vendorCode))
    return found('aws-role', 'no-credentials', subject, { detail });
  if (failure === 'unknown-outcome' || failure === 'throttled')
    return found('aws-role', 'unreachable', subject, { detail });
  return found('aws-role', 'denied', subject, { role, detail });
}

/** Against the database where it can be asked: this machine's own clock decides no deadline. */
function awsClock(subject: FindingSubject, aheadMs: number, houseAheadMs: number | null): Finding {
  if (houseAheadMs !== null) return judgeClock('clock-aws', subject, aheadMs - houseAheadMs);
  const judged = judgeClock('clock-aws', subject, aheadMs);
  const { seconds = 0, bound = 0 } = judged.facts;
  if (judged.outcome === 'good') return judged;
  return found('clock-aws', 'machine-off', subject, { seconds, bound });
}

async function permissions(exam: AccountExam): Promise<readonly Finding[]> {
  const { cloud, scope, subject, environment, installation, scheduleRole: role } = exam;
  const { launchTemplate: template, sizes } = environment.opsServer;
  const trial = {
    template,
    instanceType: sizes[0] ?? '',
    installation,
    environment: scope.environment,
    scheduleRole: role,
  };
  const tried = await orCloudError(cloud.permissions(scope, trial));
  if (tried instanceof CloudError) return [unread('aws-permission', subject, tried)];
  const isDenied = tried.some(({ outcome }) => outcome === 'denied');
  return tried.map((one) => permission(exam, one, isDenied));
}

/** @param isDenied another action was denied, which says enough: what came with it is then no warning of its own */
function permission(
  { subject }: AccountExam,
  { action, outcome, detail }: Tried,
  isDenied: boolean,
): Finding {
  const code = 'aws-permission';
  if (outcome === 'denied') return found(code, outcome, subject, { action, detail });
  if (outcome === 'unsure') return found(code, outcome, subject, { action, keys: detail });
  if (outcome !== 'unread') return found(code, outcome, subject, { action });
  const finding = found(code, outcome, subject, { detail: `${action}: ${detail}` });
  return isDenied ? { ...finding, level: 'skipped' } : finding;
}

async function sessionPreferences(exam: AccountExam): Promise<Finding> {
  const { cloud, scope, subject, recording } = exam;
  const seen = await orCloudError(cloud.sessionPreferences(scope));
  if (seen instanceof CloudError) return unread('session-preferences', subject, seen);
  if (seen === null) return found('session-preferences', 'none', subject, {});
  if (!seen.runAs) return found('session-preferences', 'no-run-as', subject, {});
  const kept = placesOf(seen);
  if (kept.length === 0) return found('session-preferences', 'unrecorded', subject, {});
  const read = recording === null ? [] : placesRead(recording);
  const lost = read.filter((place) => !kept.includes(place));
  if (lost.length === 0) return found('session-preferences', 'good', subject, {});
  const [place, where] = [kept.join(', '), lost.join(', ')];
  return found('session-preferences', 'elsewhere', subject, { place, where });
}

/** Where sessions are kept, as one writes it. */
function placesOf({ bucket, prefix, logGroup }: SessionPreferences): string[] {
  const key = prefix.replace(/\/+$/, '');
  return [bucket === '' ? '' : `s3://${bucket}/${key}`, logGroup].filter((place) => place !== '');
}

/** Where Sekisho looks for them. */
function placesRead({ s3, logGroup }: RecordingPlace): string[] {
  return placesOf({ runAs: true, bucket: '', prefix: '', ...s3, logGroup: logGroup ?? '' });
}
