import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { type Answer, callerIs, json, startScriptedAws } from '../test/judges/scripted-aws.ts';
import { createAwsAccessCloud } from './access-cloud.ts';

const account = '111122223333';
const scope = { environment: 'center', account, region: 'ap-northeast-1' };
const pages = 8;
const pageMs = 100;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const each of open.splice(0)) await each.close();
});

function nextPage(body: string): { readonly number: number; readonly token: object } {
  const number = Number((JSON.parse(body) as { NextToken?: string }).NextToken ?? '1');
  return { number, token: number < pages ? { NextToken: String(number + 1) } : {} };
}

const slowly =
  (answer: Answer): Answer =>
  (response, call) =>
    void sleep(pageMs).then(() => answer(response, call));

it('waits for the whole of a large directory, but not so long for anything else', async () => {
  // Twenty times as fast: 8 s are 400 ms, half as long as all pages take.
  const { timeout } = AbortSignal;
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout.call(AbortSignal, ms / 20));
  const aws = await startScriptedAws(({ name, body }) => {
    if (name === 'GetCallerIdentity') return callerIs(account);
    if (name === 'ListInstances') {
      const InstanceArn = 'arn:aws:sso:::instance/ssoins-1';
      return json(200, { Instances: [{ InstanceArn, IdentityStoreId: 'd-1', Status: 'ACTIVE' }] });
    }
    const { number, token } = nextPage(body);
    if (name === 'ListUsers')
      return slowly(json(200, { Users: [{ UserId: `u${number}` }], ...token }));
    const GroupMemberships = [{ MemberId: { UserId: `u${number}` } }];
    return slowly(json(200, { GroupMemberships, ...token }));
  });
  const cloud = createAwsAccessCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIAOWN', secretAccessKey: 'x' },
    installation: 'tokyo',
    removalRoleArn: `arn:aws:iam::${account}:role/s`,
  });
  open.push(cloud, aws);
  // Finds the Identity Center first, so that only the pages count.
  await cloud.users(scope).catch(() => undefined);
  expect(await cloud.users(scope)).toHaveLength(pages);
  expect(await cloud.members(scope, 'g', 'patient')).toHaveLength(pages);
  // The engine asks so, with a claim that ends.
  await expect(cloud.members(scope, 'g')).rejects.toMatchObject({
    failure: 'unknown-outcome',
  });
});
