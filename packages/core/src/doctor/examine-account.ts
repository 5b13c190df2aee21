import type { Config } from '@sekisho/config';
import { type DoctorCode, type Finding, found } from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import { judgeClock } from './clock.ts';
import type { Tried } from './cloud.ts';
import { type AccountExam, letsIn, unread } from './exam.ts';
import { examineTemplate, templateCodes } from './examine-template.ts';
import type { Examination } from './ports.ts';

const dependent: readonly DoctorCode[] = [
  'clock-aws',
  'aws-permission',
  ...templateCodes,
  'schedule-role',
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
  { environments, installation }: Pick<Config, 'environments' | 'installation'>,
  rest: Pick<AccountExam, 'cloud' | 'scheduleRole' | 'houseAheadMs' | 'now'>,
): readonly Examination[] {
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
    return accountExaminations({ environment, scope, subject, installation, ...rest });
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
      examine: async () => [await endpoints(exam)],
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

async function endpoints({ cloud, scope, subject }: AccountExam): Promise<Finding> {
  const seen = await cloud.endpoints(scope);
  const lost = seen.filter(({ reached }) => !reached);
  const services = (lost.length > 0 ? lost : seen).map(({ host }) => host).join(', ');
  return found('aws-endpoint', lost.length > 0 ? 'unreachable' : 'good', subject, { services });
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
      : judgeClock('clock-aws', subject, aheadMs - houseAheadMs);
  const looked = await Promise.all([
    permissions(exam),
    examineTemplate(exam),
    scheduleRole(exam),
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

async function permissions(exam: AccountExam): Promise<readonly Finding[]> {
  const { cloud, scope, subject, environment, installation } = exam;
  const { launchTemplate: template, sizes } = environment.opsServer;
  const trial = {
    template,
    instanceType: sizes[0] ?? '',
    installation,
    environment: scope.environment,
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
  if (outcome !== 'unread') return found(code, outcome, subject, { action });
  const finding = found(code, outcome, subject, { detail: `${action}: ${detail}` });
  return isDenied ? { ...finding, level: 'skipped' } : finding;
}

async function scheduleRole(exam: AccountExam): Promise<Finding> {
  const { cloud, scope, subject, scheduleRole: role } = exam;
  const seen = await orCloudError(cloud.role(scope, role));
  if (seen instanceof CloudError) return unread('schedule-role', subject, seen);
  if (seen === null) return found('schedule-role', 'missing', subject, { role });
  const trusted = letsIn(seen, 'scheduler');
  return found('schedule-role', trusted ? 'good' : 'untrusted', subject, { role });
}

async function sessionPreferences({ cloud, scope, subject }: AccountExam): Promise<Finding> {
  const seen = await orCloudError(cloud.sessionPreferences(scope));
  if (seen instanceof CloudError) return unread('session-preferences', subject, seen);
  if (seen === null) return found('session-preferences', 'none', subject, {});
  if (!seen.runAs) return found('session-preferences', 'no-run-as', subject, {});
  return found('session-preferences', seen.recorded ? 'good' : 'unrecorded', subject, {});
}
