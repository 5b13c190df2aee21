import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  doctorPolicy,
  opsRecordingsPolicy,
  opsSchedulerPolicy,
  opsServersPolicy,
} from '../../src/policies/index.ts';
import { place as house } from '../policies/house.ts';
import { openDoctorBench, wrongIn } from './bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: Awaited<ReturnType<typeof openDoctorBench>>;
beforeAll(async () => {
  bench = await openDoctorBench();
});
afterAll(() => bench.close());

const region = 'ap-northeast-1';
const place = (traits: object) =>
  bench.control('place', { account: bench.account, region, ...traits });
const template = (change: object) =>
  bench.control('template', {
    ...{ account: bench.account, region, template: 'sekisho-ops-server', version: 2, ...change },
  });
const sizes = (list: string) => (yaml: string) =>
  yaml.replaceAll(/sizes: \[[^\]]*\]/g, `sizes: [${list}]`);
const factsOf = async (code: string, outcome: string, edit?: (yaml: string) => string) => {
  const findings = await bench.look(edit === undefined ? {} : { edit });
  return findings.find((one) => one.code === code && one.outcome === outcome)?.facts;
};

it('compares running vCPUs with the quota of the largest size, and launches meet it as was told', async () => {
  expect(await factsOf('ec2-quota', 'good')).toMatchObject({ used: 0, bound: 640 });
  await place({ vcpuQuota: 6 });
  const mine = sizes('t3.micro, m7i.xlarge');
  expect(await factsOf('ec2-quota', 'tight', mine)).toMatchObject({
    size: 'm7i.xlarge',
    needed: 4,
  });
  await bench.launch('m7i.xlarge');
  expect(await factsOf('ec2-quota', 'spent', mine)).toMatchObject({ used: 4, bound: 6 });
  await expect(bench.launch('m7i.xlarge')).rejects.toMatchObject({ name: 'VcpuLimitExceeded' });
  expect(wrongIn(await bench.look({ edit: sizes('t3.micro') }))).toEqual(['ec2-quota tight']);
  await place({ vcpuQuota: null });
});

it('takes AWS’s own value where no other was ever given, and tells of sizes that the region lacks', async () => {
  const facts = await factsOf('ec2-quota', 'spent', sizes('g5.xlarge'));
  expect(facts).toMatchObject({ quota: 'Running On-Demand G and VT instances', bound: 0 });
  const lacking = await bench.look({ edit: sizes('t3.micro, m1.tiny') });
  expect(wrongIn(lacking)).toEqual(['ec2-quota not-offered']);
});

it('tells of a subnet without a way to Systems Manager, and of endpoints that do instead', async () => {
  expect(await factsOf('server-network', 'good')).toMatchObject({
    way: expect.stringMatching(/^nat-/),
  });
  await template({ routeToSsm: false });
  expect(wrongIn(await bench.look())).toEqual(['server-network missing']);
  await place({ endpoints: ['ssm', 'ssmmessages'] });
  expect(await factsOf('server-network', 'unkept')).toMatchObject({ services: 'logs, s3, ec2' });
  await place({ endpoints: ['ssm', 'ssmmessages', 'logs', 's3'] });
  expect(wrongIn(await bench.look())).toEqual(['server-network unheld']);
  await place({ endpoints: ['ssm', 'ssmmessages', 'logs', 's3', 'ec2'] });
  expect(wrongIn(await bench.look())).toEqual([]);
  await template({ routeToSsm: true });
  await place({ endpoints: [], wayOut: 'transit' });
  // Endpoints for all may be in another network.
  expect(await factsOf('server-network', 'unproven')).toMatchObject({
    services: 'ssm, ssmmessages, logs, s3, ec2',
  });
  await place({ endpoints: [], wayOut: 'internet' });
  // An internet gateway lets out only what has a public address.
  expect(wrongIn(await bench.look())).toEqual(['server-network missing']);
  await template({ settings: { publicAddress: true } });
  expect(wrongIn(await bench.look())).toEqual(['template-public-address public']);
  await template({ settings: { publicAddress: false } });
  await place({ wayOut: 'nat' });
});

it('leaves public addresses to the subnet where the template says nothing', async () => {
  await template({ settings: { publicAddress: null } });
  expect(wrongIn(await bench.look())).toEqual([]);
  await place({ publicSubnets: true });
  expect(wrongIn(await bench.look())).toEqual(['template-public-address public']);
  await bench.allowAllBut('sekisho', 'ec2:DescribeSubnets');
  expect(wrongIn(await bench.look())).toEqual(['template-public-address unsaid']);
  await bench.allowAllBut('sekisho');
  await place({ publicSubnets: false });
  await template({ settings: { publicAddress: false } });
});

it('tells of a switch whose document is gone, or whose role may end nothing', async () => {
  await place({ switchDocument: false });
  expect(wrongIn(await bench.look())).toEqual(['dead-mans-switch no-document']);
  await place({ switchDocument: true });
  await bench.allowAllBut('sekisho-scheduler', 'ec2:TerminateInstances');
  const findings = await bench.look();
  expect(wrongIn(findings)).toEqual(['dead-mans-switch denied']);
  const actions = findings.find(({ code }) => code === 'dead-mans-switch')?.facts['actions'];
  expect(actions).toBe('ec2:TerminateInstances');
  await bench.allowAllBut('sekisho-scheduler');
  await bench.allowAllBut('sekisho', 'iam:SimulatePrincipalPolicy');
  const untried = (await bench.look()).find(({ code }) => code === 'dead-mans-switch');
  expect(untried).toMatchObject({ outcome: 'untried', level: 'skipped' });
  await bench.allowAllBut('sekisho');
});

it('tells of recordings whose place is gone, ends early or lets no session begin', async () => {
  const code = 'recording-place';
  const seen = async (edit?: (yaml: string) => string) =>
    (await bench.look(edit === undefined ? {} : { edit }))
      .filter((one) => one.code === code)
      .map(({ outcome, facts }) => [outcome, facts['place'], facts['encryption'] ?? '-']);
  const [bucket, host] = ['s3://practice-recordings', '/sekisho/ops-servers'];
  expect(await seen()).toEqual([
    ['good', bucket, 'AWS'],
    ['good', host, 'KMS'],
  ]);
  await place({ logKey: false, logDays: 30 });
  const shells = '/sekisho/sessions';
  const both = (yaml: string) =>
    yaml.replace('bucket: practice-recordings', `bucket: elsewhere\n  logGroup: ${shells}`);
  expect(await factsOf(code, 'bounded')).toEqual({ place: host, encryption: 'AWS', days: 30 });
  expect(await seen(both)).toEqual([
    ['missing', 's3://elsewhere', '-'],
    ['keyless', shells, '-'],
    ['bounded', host, 'AWS'],
  ]);
  const none = (yaml: string) => both(yaml).replace(shells, '/sekisho/session');
  expect((await seen(none))[1]).toEqual(['missing', '/sekisho/session', '-']);
  await place({ logKey: true, logDays: null });
  await bench.allowAllBut('sekisho', 'logs:DescribeLogGroups', 's3:GetEncryptionConfiguration');
  const unseen = (await bench.look()).filter((one) => one.code === code);
  expect(unseen.map(({ outcome, level }) => `${outcome} ${level}`)).toEqual([
    ...['unread skipped', 'unread skipped'],
  ]);
  await bench.allowAllBut('sekisho');
});

it.each(['scheduler:CreateSchedule', 'ssm:TerminateSession', 'ec2:TerminateInstances'])(
  'asks IAM about %s, which cannot be tried on an idle day',
  async (action) => {
    await bench.endAll();
    await bench.allowAllBut('sekisho', action);
    expect(wrongIn(await bench.look())).toEqual([`aws-permission denied ${action}`]);
    await bench.allowAllBut('sekisho');
  },
);

it('is content with the very policies that are published, and sees the statement that is missing', async () => {
  const recording = { ...house.recording, bucket: 'practice-recordings' };
  const own = { ...house, installation: 'practice', recording };
  const servers = opsServersPolicy(own);
  await bench.allow('sekisho-scheduler', opsSchedulerPolicy(own));
  const besides = [doctorPolicy(own), opsRecordingsPolicy(own)];
  await bench.allow('sekisho', servers, ...besides);
  const findings = await bench.look();
  expect(wrongIn(findings)).toEqual([]);
  expect(findings.filter(({ level }) => level === 'skipped')).toEqual([]);
  const Statement = servers.Statement.filter(({ Sid }) => Sid !== 'PassSchedulerRole');
  await bench.allow('sekisho', { ...servers, Statement }, ...besides);
  const handing = 'aws-permission denied iam:PassRole (scheduler role)';
  expect(wrongIn(await bench.look())).toEqual([handing]);
  await bench.allow('sekisho', servers, { ...servers, Statement: [servers.Statement[0]] });
  const idle = await bench.look();
  expect(idle.find(({ code }) => code === 'dead-mans-switch')?.outcome).toBe('unread');
  const unasked = idle.filter(({ outcome }) => outcome === 'no-dry-run');
  expect(unasked.map(({ facts }) => facts['action'])).toContain('iam:PassRole (scheduler role)');
});
