import { afterEach, describe, expect, it } from 'vitest';
import {
  type Answer,
  callerIs,
  hang,
  reset,
  type ScriptedAws,
  type SeenCall,
  startScriptedAws,
  stsError,
  xml,
} from '../test/judges/scripted-aws.ts';
import { createAwsOpsCloud } from './ops-cloud.ts';

const account = '111122223333';
const scope = {
  environment: 'production',
  account,
  region: 'ap-northeast-1',
  roleArn: `arn:aws:iam::${account}:role/sekisho`,
  externalId: 'between-us',
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Scene {
  readonly aws: ScriptedAws;
  /** Lets STS answer so from now on; null: as it should. */
  readonly sts: (answer: Answer | null) => void;
  /** The same on the credentials of our own, without a role. */
  readonly listAtHome: () => Promise<unknown>;
  readonly list: () => Promise<unknown>;
  readonly pass: (minutes: number) => void;
}

async function scene(caller = account): Promise<Scene> {
  let now = Date.now();
  let roles = 0;
  let sts: Answer | null = null;
  const aws = await startScriptedAws(({ name }: SeenCall) => {
    if (sts !== null && ['GetCallerIdentity', 'AssumeRole'].includes(name)) return sts;
    if (name === 'GetCallerIdentity') return callerIs(caller);
    if (name !== 'AssumeRole') return xml(200, '<DescribeInstancesResponse/>');
    roles += 1;
    return xml(200, roleAnswer(`ASIAROLE${roles}`, new Date(now + 900_000)));
  });
  const cloud = createAwsOpsCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIAOWN', secretAccessKey: 'x' },
    installation: 'tokyo office',
    schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
    requestTimeoutMs: 6000,
    now: () => new Date(now),
  });
  open.push(cloud, aws);
  const { roleArn: _, ...home } = scope;
  return {
    aws,
    sts: (answer) => {
      sts = answer;
    },
    listAtHome: () => cloud.instancesByTag(home, 'a', ['b']),
    list: () => cloud.instancesByTag(scope, 'a', ['b']),
    pass: (minutes) => {
      now += minutes * 60_000;
    },
  };
}

function roleAnswer(key: string, expiration: Date): string {
  const credentials = `<AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration.toISOString()}</Expiration>`;
  return `<AssumeRoleResponse><AssumeRoleResult><Credentials>${credentials}</Credentials></AssumeRoleResult></AssumeRoleResponse>`;
}

function named(aws: ScriptedAws, name: string): SeenCall[] {
  return aws.calls.filter((call) => call.name === name);
}

describe('a role in another account', () => {
  it('is assumed with external id and a session name that names the installation', async () => {
    const { aws, list } = await scene();
    await list();
    const [call] = named(aws, 'AssumeRole');
    const sent = new URLSearchParams(call?.body);
    expect(call?.accessKey).toBe('AKIAOWN');
    expect(sent.get('RoleArn')).toBe(scope.roleArn);
    expect(sent.get('ExternalId')).toBe('between-us');
    expect(sent.get('RoleSessionName')).toBe('sekisho-tokyo-office');
  });

  it('is assumed once for many calls, which its keys sign', async () => {
    const { aws, list } = await scene();
    for (let call = 0; call < 3; call++) await list();
    expect(named(aws, 'AssumeRole')).toHaveLength(1);
    expect(named(aws, 'GetCallerIdentity').map(({ accessKey }) => accessKey)).toEqual([
      'ASIAROLE1',
    ]);
    expect(named(aws, 'DescribeInstances').map(({ accessKey }) => accessKey)).toEqual(
      Array.from({ length: 3 }, () => 'ASIAROLE1'),
    );
  });

  it('is assumed again before its keys expire', async () => {
    const { aws, list, pass } = await scene();
    await list();
    pass(12);
    await list();
    expect(named(aws, 'AssumeRole')).toHaveLength(2);
  });

  it('that turns out to act in another account is refused before anything else is asked', async () => {
    const { aws, list } = await scene('999999999999');
    for (let call = 0; call < 2; call++) {
      await expect(list()).rejects.toMatchObject({ failure: 'denied', vendorCode: 'WrongAccount' });
    }
    expect(named(aws, 'DescribeInstances')).toEqual([]);
  });

  it('that may not be assumed is a denial', async () => {
    const aws = await startScriptedAws(() => stsError(403, 'AccessDenied'));
    const cloud = createAwsOpsCloud({
      endpoint: aws.endpoint,
      credentials: { accessKeyId: 'AKIAOWN', secretAccessKey: 'x' },
      installation: 'test',
      schedulerRoleArn: 'arn:aws:iam::111122223333:role/s',
    });
    open.push(cloud, aws);
    await expect(cloud.reboot(scope, 'i-1')).rejects.toMatchObject({
      failure: 'denied',
      vendorCode: 'AccessDenied',
    });
    expect(aws.calls).toHaveLength(1);
  });
});

describe('while STS does not answer', () => {
  const silences: readonly [string, Answer][] = [
    ['hangs', hang],
    ['cuts the connection', reset],
    ['throttles', stsError(400, 'Throttling')],
  ];

  it.each(silences)('(%s), what it answered for before goes on', async (_, silence) => {
    const { aws, list, listAtHome, pass, sts } = await scene();
    await list();
    await listAtHome();
    sts(silence);
    pass(12);
    await list();
    pass(4);
    await listAtHome();
    expect(named(aws, 'DescribeInstances').map(({ accessKey }) => accessKey)).toEqual([
      'ASIAROLE1',
      'AKIAOWN',
      'ASIAROLE1',
      'AKIAOWN',
    ]);
  });

  it('a role whose keys have ended cannot be used', async () => {
    const { list, pass, sts } = await scene();
    await list();
    sts(reset);
    pass(15);
    await expect(list()).rejects.toMatchObject({ failure: 'unknown-outcome' });
  });

  it('nothing is done with credentials that it never answered for', async () => {
    const { aws, listAtHome, sts } = await scene();
    sts(reset);
    await expect(listAtHome()).rejects.toMatchObject({ failure: 'unknown-outcome' });
    expect(named(aws, 'DescribeInstances')).toEqual([]);
  });

  it('it is asked again a minute later, and a denial then counts', async () => {
    const { aws, list, pass, sts } = await scene();
    await list();
    sts(stsError(400, 'Throttling'));
    pass(12);
    await list();
    sts(stsError(403, 'AccessDenied'));
    await list();
    pass(1);
    await expect(list()).rejects.toMatchObject({ failure: 'denied' });
    await expect(list()).rejects.toMatchObject({ failure: 'denied' });
    expect(named(aws, 'DescribeInstances')).toHaveLength(3);
  });
});
