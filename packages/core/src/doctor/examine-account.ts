import type { Config } from '@sekisho/config';
import {
  type DoctorCode,
  type Finding,
  type FindingSubject,
  found,
  type OwnOutcome,
} from '@sekisho/contract';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import { scopeOfEnvironment } from '../platform/cloud-scope.ts';
import { judgeClock } from './clock.ts';
import type { EndpointSight } from './cloud.ts';
import { type AccountExam, unread } from './exam.ts';
import { centerExaminations } from './examine-center.ts';
import { examineQuotas } from './examine-quotas.ts';
import { examineRecording } from './examine-recording.ts';
import { deadMansSwitch, scheduleRole } from './examine-switch.ts';
import { examineTemplate, templateCodes } from './examine-template.ts';
import { examineUses } from './examine-uses.ts';
import type { Examination } from './ports.ts';
import { refusedRole } from './refused-role.ts';
import type { Tried } from './tried.ts';
import { ownUses, type UsingConfig, usesIn } from './uses-in.ts';

const dependent: readonly DoctorCode[] = [
  'clock-aws',
  'aws-permission',
  ...templateCodes,
  'schedule-role',
  'dead-mans-switch',
  'ec2-quota',
  'session-preferences',
];

/** Only where something is configured. */
const lookedFor: readonly DoctorCode[] = [
  ...(['access-permission', 'removal-role', 'ci-permission'] as const),
  ...(['recording-permission', 'recording-place', 'source-permission'] as const),
];

/** Everything that is looked at in an account. */
export const accountCodes: readonly DoctorCode[] = [
  'aws-external-id',
  'aws-endpoint',
  'aws-role',
  ...dependent,
  ...lookedFor,
];

type Rest = Pick<AccountExam, 'cloud' | 'scheduleRole' | 'houseAheadMs' | 'now'>;

/** What is looked at in every account and region that the configuration names for something. */
export function accountExaminations(
  config: Pick<Config, 'installation' | 'recording'> & UsingConfig,
  rest: Rest,
): readonly Examination[] {
  return [...inEnvironments(config, rest), ...centerExaminations(config, rest), ...ownUses(config)];
}

function inEnvironments(
  config: Pick<Config, 'installation' | 'recording'> & UsingConfig,
  rest: Rest,
): readonly Examination[] {
  const { environments, installation } = config;
  // A container engine is in no account.
  const inAws = Object.values(environments).filter(({ account }) => account !== '');
  return inAws.flatMap((environment) => {
    const { account, region, name } = environment;
    const subject = { kind: 'aws', name, account, region } as const;
    const scope = scopeOfEnvironment(environment);
    const recording = config.recording?.places[name] ?? null;
    const uses = usesIn(config, environment);
    return inOne({
      ...{ environment, scope, subject, installation, recording, uses },
      ...rest,
    });
  });
}

function inOne(exam: AccountExam): readonly Examination[] {
  const { subject, uses } = exam;
  const codes: readonly DoctorCode[] = uses.map(({ code }) => code);
  const kept: readonly DoctorCode[] = exam.recording === null ? [] : ['recording-place'];
  const used = [...new Set([...codes, ...kept])];
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
      codes: ['aws-role', ...dependent, ...used],
      subject,
      examine: () => examineInside(exam, [...dependent, ...used]),
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
async function examineInside(
  exam: AccountExam,
  codes: readonly DoctorCode[],
): Promise<readonly Finding[]> {
  const { cloud, scope, subject, houseAheadMs } = exam;
  const identity = await orCloudError(cloud.identity(scope));
  if (identity instanceof CloudError) {
    const blocked = codes.map((code) => found(code, 'blocked', subject, { by: 'aws-role' }));
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
    scheduleRole(exam, 'schedule-role'),
    deadMansSwitch(exam),
    examineQuotas(exam),
    examineRecording(exam),
    examineUses(exam, exam.uses),
  ]);
  return [found('aws-role', 'good', subject, { arn }), clock, ...looked.flat()];
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
  if (outcome === 'no-role') return found(code, 'blocked', subject, { by: 'aws-role' });
  if (outcome !== 'unread') return found(code, outcome, subject, { action });
  const finding = found(code, outcome, subject, { detail: `${action}: ${detail}` });
  return isDenied ? { ...finding, level: 'skipped' } : finding;
}
