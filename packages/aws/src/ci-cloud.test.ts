import { inspect } from 'node:util';
import type { CloudError } from '@sekisho/core/cloud';
import { afterEach, expect, it } from 'vitest';
import {
  type Answer,
  callerIs,
  type ScriptedAws,
  startScriptedAws,
  stsError,
  xml,
} from '../test/judges/scripted-aws.ts';
import { createAwsCiCloud } from './ci-cloud.ts';

const account = '111111111111';
const roleArn = `arn:aws:iam::${account}:role/strong`;
const scope = { environment: 'production', account, region: 'ap-northeast-1' };
const session = {
  ...{ roleArn, externalId: 'between-us', sessionName: 'sekisho-L1', sourceIdentity: 'alice' },
  ...{ tags: { 'sekisho:lease': 'L1', plan: 'abc' }, seconds: 1800, policy: null },
};
const secrets = ['SECRETaccessKEY', 'SECRETsessionTOKEN'];

let aws: ScriptedAws | undefined;
afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

async function open(answers: Readonly<Record<string, Answer>>) {
  const server = await startScriptedAws(({ name }) => answers[name] ?? callerIs(account));
  aws = server;
  const warnings: unknown[] = [];
  const cloud = createAwsCiCloud({
    endpoint: server.endpoint,
    credentials: { accessKeyId: 'AKIAOWN', secretAccessKey: 'own' },
    installation: 'test',
    logger: { warn: (facts) => void warnings.push(facts) },
  });
  return { cloud, server, warnings };
}

function credentials(expiration: string): Answer {
  const [key = '', token = ''] = secrets;
  const given = `<AccessKeyId>ASIAJOB</AccessKeyId><SecretAccessKey>${key}</SecretAccessKey><SessionToken>${token}</SessionToken>${expiration}`;
  return xml(
    200,
    `<AssumeRoleResponse><AssumeRoleResult><Credentials>${given}</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  );
}

it('says to STS all that a session is to bear', async () => {
  const answer = credentials('<Expiration>2026-05-01T00:30:00Z</Expiration>');
  const { cloud, server } = await open({ AssumeRole: answer });
  const given = await cloud.assumeRole(scope, session);
  expect(given).toEqual({
    ...{ accessKeyId: 'ASIAJOB', secretAccessKey: secrets[0], sessionToken: secrets[1] },
    expiresAt: '2026-05-01T00:30:00.000Z',
  });
  const asked = new URLSearchParams(server.calls.find(({ name }) => name === 'AssumeRole')?.body);
  expect(Object.fromEntries(asked)).toMatchObject({
    ...{ RoleArn: roleArn, RoleSessionName: 'sekisho-L1', DurationSeconds: '1800' },
    ...{ ExternalId: 'between-us', SourceIdentity: 'alice' },
    ...{ 'Tags.member.1.Key': 'sekisho:lease', 'Tags.member.1.Value': 'L1' },
    ...{ 'Tags.member.2.Key': 'plan', 'Tags.member.2.Value': 'abc' },
  });
  expect(asked.has('Policy')).toBe(false);
});

it.each([
  ['lacks a part', credentials('')],
  ['is cut off', xml(200, `<AssumeRoleResponse><Credentials><SecretAccessKey>${secrets.join()}`)],
])('lets no credential into an error or a log when an answer %s', async (_how, answer) => {
  const { cloud, warnings } = await open({ AssumeRole: answer });
  const error = await cloud.assumeRole(scope, session).catch((thrown: unknown) => thrown);
  expect((error as CloudError).failure).toBe('unknown-outcome');
  const told = inspect([error, warnings], { depth: 20 }) + JSON.stringify([error, warnings]);
  expect(warnings).toHaveLength(1);
  for (const secret of secrets) expect(told).not.toContain(secret);
});

it.each([
  ['ConcurrentModification', 409, 'conflict'],
  ['LimitExceeded', 409, 'limit'],
  ['MalformedPolicyDocument', 400, 'invalid'],
  ['NoSuchEntity', 404, 'not-found'],
  ['UnmodifiableEntity', 400, 'denied'],
  ['AccessDenied', 403, 'denied'],
  ['Throttling', 400, 'throttled'],
  ['ServiceFailure', 500, 'unknown-outcome'],
])('takes %s from IAM for what it means, and asks once', async (code, status, failure) => {
  const { cloud, server } = await open({ PutRolePolicy: stsError(status, code) });
  const put = cloud.putRolePolicy(scope, { roleArn, name: 'sekisho-x', document: '{}' });
  await expect(put).rejects.toMatchObject({ failure });
  expect(server.calls.filter(({ name }) => name === 'PutRolePolicy')).toHaveLength(1);
});

it('says that tags and policy of a session are too long together', async () => {
  const { cloud } = await open({ AssumeRole: stsError(400, 'PackedPolicyTooLarge') });
  await expect(cloud.assumeRole(scope, session)).rejects.toMatchObject({ failure: 'limit' });
});

it('changes no role while its keys act in another account', async () => {
  const { cloud, server } = await open({ GetCallerIdentity: callerIs('222222222222') });
  const put = cloud.putRolePolicy(scope, { roleArn, name: 'sekisho-x', document: '{}' });
  await expect(put).rejects.toMatchObject({ failure: 'denied', vendorCode: 'WrongAccount' });
  expect(server.calls.map(({ name }) => name)).toEqual(['GetCallerIdentity']);
});
