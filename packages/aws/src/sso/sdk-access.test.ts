import { afterEach, expect, it } from 'vitest';
import {
  type Answer,
  callerIs,
  json,
  jsonError,
  type SeenCall,
  startScriptedAws,
} from '../../test/judges/scripted-aws.ts';
import { createAwsAccessCloud } from '../access-cloud.ts';

const account = '444444444444';
const scope = { environment: 'identity center', account, region: 'ap-northeast-1' };
const arn = (end: string) => `arn:aws:sso:::permissionSet/ssoins-1234567890123456/ps-${end}`;
const instance = (number: number, Status = 'ACTIVE') => ({
  ...{ InstanceArn: `arn:aws:sso:::instance/ssoins-${number}`, IdentityStoreId: 'd-1', Status },
});
const assignment = {
  ...{ account: '222222222222', permissionSetArn: arn('1234567890123456') },
  principal: { kind: 'user' as const, id: '11111111-0000-4000-8000-000000000001' },
};

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** An adapter whose AWS answers each operation as told; what is not told is one Identity Center. */
async function scene(answers: Readonly<Record<string, (call: SeenCall) => Answer>>) {
  let now = Date.parse('2026-05-01T00:00:00Z');
  const aws = await startScriptedAws((call) => {
    const told = answers[call.name];
    if (told !== undefined) return told(call);
    if (call.name === 'GetCallerIdentity') return callerIs(account);
    return json(200, { Instances: [instance(1), instance(2, 'DELETE_IN_PROGRESS')] });
  });
  const cloud = createAwsAccessCloud({
    endpoint: aws.endpoint,
    credentials: { accessKeyId: 'AKIAOWN', secretAccessKey: 'x' },
    installation: 'test',
    removalRoleArn: `arn:aws:iam::${account}:role/removal`,
    now: () => new Date(now),
  });
  open.push(cloud, aws);
  const count = (name: string) => aws.calls.filter((call) => call.name === name).length;
  const pass = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { cloud, count, pass };
}

it('looks for the Identity Center once, and passes over one that is going away', async () => {
  const { cloud, count } = await scene({ ListGroups: () => json(200, { Groups: [] }) });
  for (let time = 0; time < 3; time++) await cloud.groups(scope);
  expect(count('ListInstances')).toBe(1);
});

it.each([
  ['none', [], 'not-found'],
  ['several', [instance(1), instance(2)], 'invalid'],
])('refuses to lend where there are %s Identity Centers', async (_, Instances, failure) => {
  const { cloud, count } = await scene({ ListInstances: () => json(200, { Instances }) });
  await expect(cloud.assign(scope, assignment)).rejects.toMatchObject({ failure });
  expect(count('CreateAccountAssignment')).toBe(0);
});

it('reads all pages of permission sets, and describes each once in ten minutes', async () => {
  const ends = ['1234567890123456', '6543210987654321'];
  const { cloud, count, pass } = await scene({
    ListPermissionSets: ({ body }) =>
      body.includes('NextToken')
        ? json(200, { PermissionSets: [arn(ends[1]!)] })
        : json(200, { PermissionSets: [arn(ends[0]!)], NextToken: 'more' }),
    DescribePermissionSet: ({ body }) => {
      const Name = body.includes(`ps-${ends[0]!}`) ? 'ReadOnly' : 'Admin';
      const duration = Name === 'Admin' ? {} : { SessionDuration: 'PT1H30M' };
      return json(200, { PermissionSet: { Name, ...duration } });
    },
  });
  const expected = [
    { arn: arn(ends[0]!), name: 'ReadOnly', sessionSeconds: 5400 },
    { arn: arn(ends[1]!), name: 'Admin', sessionSeconds: 3600 },
  ];
  for (let time = 0; time < 2; time++) expect(await cloud.permissionSets(scope)).toEqual(expected);
  expect(count('DescribePermissionSet')).toBe(2);
  pass(11);
  await cloud.permissionSets(scope);
  expect(count('DescribePermissionSet')).toBe(4);
});

it.each([
  ['ConflictException', 'conflict'],
  ['ThrottlingException', 'throttled'],
  ['ServiceQuotaExceededException', 'limit'],
  ['AccessDeniedException', 'denied'],
  ['InternalServerException', 'unknown-outcome'],
])('says %s of a change as %s, having asked once', async (code, failure) => {
  const { cloud, count } = await scene({
    CreateAccountAssignment: () => jsonError(code === 'InternalServerException' ? 500 : 400, code),
  });
  await expect(cloud.assign(scope, assignment)).rejects.toMatchObject({ failure });
  expect(count('CreateAccountAssignment')).toBe(1);
});

it('does not take an answer it cannot read for a success', async () => {
  const { cloud } = await scene({
    CreateAccountAssignment: () => json(200, { AccountAssignmentCreationStatus: { Status: 'OK' } }),
  });
  await expect(cloud.assign(scope, assignment)).rejects.toMatchObject({
    failure: 'unknown-outcome',
    vendorCode: 'UnreadableAnswer',
  });
});

it('leaves out accounts that are not active by the state that takes the place of the status', async () => {
  const suspended = { Id: '111111111111', Status: 'ACTIVE', State: 'PENDING_CLOSURE' };
  const Accounts = [
    suspended,
    { Id: '222222222222', Status: 'ACTIVE' },
    { Id: account, State: 'ACTIVE' },
  ];
  const { cloud } = await scene({
    DescribeOrganization: () => json(200, { Organization: { MasterAccountId: account } }),
    ListAccounts: () => json(200, { Accounts }),
  });
  const found = await cloud.accounts(scope);
  expect(found.map(({ id, management }) => [id, management])).toEqual([
    ['222222222222', false],
    [account, true],
  ]);
});

it('takes two users of one name for nobody', async () => {
  const Users = ['1', '2'].map((UserId) => ({
    UserId,
    UserName: `Taro${'.'.repeat(Number(UserId))}`,
  }));
  const twins = Users.map((user) => ({
    ...user,
    Emails: [{ Value: 'Taro@example.com', Primary: true }],
  }));
  const { cloud } = await scene({
    GetUserId: () => jsonError(400, 'ResourceNotFoundException'),
    ListUsers: () => json(200, { Users: twins }),
  });
  await expect(cloud.findUser(scope, 'taro@example.com')).rejects.toMatchObject({
    failure: 'invalid',
    vendorCode: 'AmbiguousUser',
  });
});
