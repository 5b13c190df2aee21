import type { CloudFailure, OpsCloud } from '@sekisho/core/cloud';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  callerIs,
  drip,
  ec2Error,
  hang,
  json,
  jsonError,
  reset,
  type ScriptedAws,
  startScriptedAws,
  stsError,
  xml,
} from '../test/judges/scripted-aws.ts';
import { createAwsOpsCloud } from './ops-cloud.ts';

const account = '111122223333';
const scope = { environment: 'staging', account, region: 'ap-northeast-1' };
const order = {
  clientToken: 'lease-1',
  launchTemplateId: 'lt-1',
  version: '3',
  instanceType: 't3.micro',
  tags: {},
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** The adapter before an AWS whose every answer but the caller's identity is `answer`. */
async function facing(answer: Answer): Promise<{ cloud: OpsCloud; aws: ScriptedAws }> {
  const aws = await startScriptedAws(({ name }) =>
    name === 'GetCallerIdentity' ? callerIs(account) : answer,
  );
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    requestTimeoutMs: 3000,
    installation: 'test',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
  });
  open.push(cloud, aws);
  return { cloud, aws };
}

describe('what EC2 says', () => {
  const cases: readonly [string, number, CloudFailure][] = [
    ['RequestLimitExceeded', 503, 'throttled'],
    ['EC2ThrottledException', 400, 'throttled'],
    ['ConcurrentTagAccess', 400, 'throttled'],
    ['InsufficientInstanceCapacity', 500, 'capacity'],
    ['UnfulfillableCapacity', 400, 'capacity'],
    ['VolumeLimitExceeded', 400, 'capacity'],
    ['MaxSpotInstanceCountExceeded', 400, 'capacity'],
    ['VcpuLimitExceeded', 400, 'capacity'],
    ['UnauthorizedOperation', 403, 'denied'],
    ['ExpiredToken', 400, 'denied'],
    ['AuthFailure', 401, 'denied'],
    ['RequestExpired', 400, 'denied'],
    ['RequestTimeTooSkewed', 400, 'denied'],
    ['IdempotentParameterMismatch', 400, 'token-mismatch'],
    ['InvalidLaunchTemplateId.NotFound', 400, 'not-found'],
    ['InvalidLaunchTemplateName.NotFoundException', 400, 'not-found'],
    ['InvalidParameterValue', 400, 'invalid'],
    ['Unsupported', 400, 'invalid'],
    ['InternalError', 500, 'unknown-outcome'],
    ['Unavailable', 503, 'unknown-outcome'],
  ];
  it.each(cases)('%s (%i) is %s', async (code, status, failure) => {
    const { cloud, aws } = await facing(ec2Error(status, code));
    await expect(cloud.launch(scope, order)).rejects.toMatchObject({
      name: 'CloudError',
      failure,
      vendorCode: code,
      detail: 'so says AWS',
    });
    expect(aws.calls.filter(({ name }) => name === 'RunInstances')).toHaveLength(1);
  });
});

describe('what SSM and Scheduler say', () => {
  const cases: readonly [string, number, CloudFailure][] = [
    ['ThrottlingException', 400, 'throttled'],
    ['TooManyRequestsException', 400, 'throttled'],
    ['AccessDeniedException', 400, 'denied'],
    ['InvalidSignatureException', 400, 'denied'],
    ['ExpiredTokenException', 400, 'denied'],
    ['InternalServerError', 500, 'unknown-outcome'],
    ['ValidationException', 400, 'invalid'],
  ];
  it.each(cases)('%s (%i) is %s', async (code, status, failure) => {
    const { cloud } = await facing(jsonError(status, code));
    await expect(cloud.endSession(scope, 's-1')).rejects.toMatchObject({ failure });
    await expect(cloud.disarm(scope, 'x')).rejects.toMatchObject({ failure });
  });

  it('a session or a schedule that is gone is no error', async () => {
    const { cloud } = await facing(jsonError(404, 'ResourceNotFoundException'));
    await cloud.disarm(scope, 'x');
    expect(await cloud.armedFor(scope, 'x')).toBeNull();
    const over = await facing(jsonError(400, 'DoesNotExistException'));
    await over.cloud.endSession(scope, 's-1');
  });
});

describe('an answer that tells nothing', () => {
  const cases: readonly [string, Answer][] = [
    ['no answer', hang],
    ['an answer that never ends', drip],
    ['a cut connection', reset],
    ['a bare 500', xml(500, '')],
    ['a bare 502 from a proxy', xml(502, '<html><body>Bad Gateway</body></html>')],
    ['garbage for XML', xml(200, '<<<not xml')],
    ['XML without the instance', xml(200, '<RunInstancesResponse/>')],
    ['a page of HTML', xml(200, '<html><body>Welcome to the hotel network</body></html>')],
  ];
  it.each(cases)('%s leaves a launch of unknown outcome, sent once', async (_, answer) => {
    const { cloud, aws } = await facing(answer);
    await expect(cloud.launch(scope, order)).rejects.toMatchObject({
      name: 'CloudError',
      failure: 'unknown-outcome',
    });
    expect(aws.calls.filter(({ name }) => name === 'RunInstances')).toHaveLength(1);
  });

  it('nobody listening is of unknown outcome too', async () => {
    const { cloud, aws } = await facing(hang);
    await aws.close();
    await expect(cloud.reboot(scope, 'i-1')).rejects.toMatchObject({ failure: 'unknown-outcome' });
  });

  it('a page token that comes twice ends the reading', async () => {
    const { cloud } = await facing(json(200, { InstanceInformationList: [], NextToken: 'again' }));
    await expect(cloud.agents(scope, ['i-1'])).rejects.toMatchObject({
      failure: 'unknown-outcome',
      vendorCode: 'RepeatedPage',
    });
  });
});

describe('a read', () => {
  it('is tried twice at most', async () => {
    const { cloud, aws } = await facing(xml(500, ''));
    await expect(cloud.instancesByTag(scope, 'a', ['b'])).rejects.toMatchObject({
      failure: 'unknown-outcome',
    });
    const reads = aws.calls.filter(({ name }) => name === 'DescribeInstances');
    expect(reads.length).toBeLessThanOrEqual(2);
  });
});

it('credentials that cannot be had are a denial', async () => {
  const aws = await startScriptedAws(() => stsError(403, 'InvalidClientTokenId'));
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: () => {
      throw Object.assign(new Error('no profile'), { name: 'CredentialsProviderError' });
    },
    installation: 'test',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
  });
  open.push(cloud, aws);
  await expect(cloud.reboot(scope, 'i-1')).rejects.toMatchObject({ failure: 'denied' });
});

it('credentials that never come do not hold the caller', async () => {
  const aws = await startScriptedAws(() => callerIs(account));
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: () => new Promise(() => {}),
    requestTimeoutMs: 300,
    installation: 'test',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
  });
  open.push(cloud, aws);
  await expect(cloud.reboot(scope, 'i-1')).rejects.toMatchObject({ failure: 'unknown-outcome' });
});
