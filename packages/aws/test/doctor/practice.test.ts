import { DescribeInstancesCommand, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { CreateDocumentCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actions, impliedActions } from '../../src/actions.ts';
import { openDoctorBench, wrongIn } from './bench.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let bench: Awaited<ReturnType<typeof openDoctorBench>>;
beforeAll(async () => {
  bench = await openDoctorBench();
});
afterAll(() => bench.close());

const template = (settings: object) =>
  bench.control('template', {
    ...{ account: bench.account, region: 'ap-northeast-1', template: 'sekisho-ops-server' },
    ...{ version: 2, ...settings },
  });

it('finds nothing wrong in an account of practice, and answers for every declared action', async () => {
  const findings = await bench.look();
  expect(wrongIn(findings)).toEqual([]);
  const tried = findings.filter(({ code }) => code === 'aws-permission');
  const names = tried.map(({ facts }) => String(facts['action']).split(' ')[0] ?? '');
  expect([...new Set(names)].sort()).toEqual([...new Set([...actions, ...impliedActions])].sort());
  const handing = tried.find(({ facts }) => facts['action'] === 'iam:PassRole (scheduler role)');
  expect(handing?.outcome).toBe('simulated');
  expect(tried.filter(({ outcome }) => outcome === 'allowed').length).toBeGreaterThan(9);
  const seen = findings.filter(({ level }) => level === 'ok').map(({ code }) => code);
  expect(seen).toEqual(
    expect.arrayContaining(['aws-role', 'clock-aws', 'schedule-role', 'instance-role']),
  );
});

it.each([
  ['ec2:DescribeInstances', 'aws-permission denied ec2:DescribeInstances'],
  ['ec2:RunInstances', 'aws-permission denied ec2:RunInstances'],
  ['iam:PassRole', 'aws-permission denied iam:PassRole (instance role)', '(scheduler role)'],
  ['ec2:CreateTags', 'aws-permission denied ec2:CreateTags (launch)', '(own server)'],
  ['ssm:DescribeSessions', 'aws-permission denied ssm:DescribeSessions'],
  ['scheduler:GetSchedule', 'aws-permission denied scheduler:GetSchedule'],
])('tells that %s was taken away from the role', async (action, finding, other?: string) => {
  await bench.allowAllBut('sekisho', action);
  const more = other === undefined ? [] : [`aws-permission denied ${action} ${other}`];
  expect(wrongIn(await bench.look())).toEqual([finding, ...more].sort());
  await bench.allowAllBut('sekisho');
});

it('blames the parameter that names the image where the role may not read it', async () => {
  await bench.allowAllBut('sekisho', 'ssm:GetParameters');
  expect(wrongIn(await bench.look())).toContain('aws-permission denied ssm:GetParameters');
  await bench.allowAllBut('sekisho');
});

it('tries on a server of ours what ends one, and ends nothing', async () => {
  const tags = [{ Key: 'sekisho:installation', Value: 'practice' }];
  const { Instances = [] } = await bench.ec2.send(
    new RunInstancesCommand({
      ...{ MinCount: 1, MaxCount: 1, LaunchTemplate: { LaunchTemplateName: 'sekisho-ops-server' } },
      TagSpecifications: [{ ResourceType: 'instance', Tags: tags }],
    }),
  );
  expect(Instances).toHaveLength(1);
  await bench.allowAllBut('sekisho', 'ec2:TerminateInstances');
  const denied = await bench.look();
  expect(wrongIn(denied)).toEqual(['aws-permission denied ec2:TerminateInstances']);
  await bench.allowAllBut('sekisho');
  const findings = await bench.look();
  const onServer = ['ec2:CreateTags (own server)', 'ec2:TerminateInstances'];
  const ending = findings.filter(({ facts }) => onServer.includes(String(facts['action'])));
  expect(ending.map(({ outcome }) => outcome)).toEqual(['allowed', 'allowed']);
  const { Reservations = [] } = await bench.ec2.send(new DescribeInstancesCommand({}));
  const left = Reservations.flatMap((each) => each.Instances ?? []);
  expect(left.map(({ State }) => State?.Name)).toEqual(['running']);
  expect(left[0]?.Tags).toEqual(tags);
});

it('blames the trust when the role cannot be taken, and looks at nothing behind it', async () => {
  await bench.trust('sekisho', { AWS: 'arn:aws:iam::999999999999:root' });
  const findings = await bench.look();
  expect(wrongIn(findings)).toEqual(['aws-role denied']);
  const behind = findings.filter(({ outcome }) => outcome === 'blocked').map(({ code }) => code);
  expect(behind).toEqual(expect.arrayContaining(['aws-permission', 'launch-template']));
  await bench.trust('sekisho', { AWS: `arn:aws:iam::${bench.account}:root` });
  expect(wrongIn(await bench.look())).toEqual([]);
});

it('tells when the credentials are of another account', async () => {
  const edit = (yaml: string) => yaml.replace(/ +roleArn: .*222222222222.*\n/, '');
  const keys = { accessKeyId: '333333333333', secretAccessKey: 'practice' };
  expect(wrongIn(await bench.look({ edit, keys }))).toEqual(['aws-role other-account']);
});

it.each([
  [{ settings: { httpTokens: 'optional' } }, 'template-imdsv2 optional'],
  [{ settings: { instanceTags: 'disabled' } }, 'template-metadata-tags off'],
  [{ settings: { shutdown: 'stop' } }, 'template-shutdown stop'],
  [{ settings: { publicAddress: true } }, 'template-public-address public'],
  [{ instanceProfile: false }, 'template-profile none'],
])('tells of a launch template with %j', async (broken, finding) => {
  await template(broken);
  expect(wrongIn(await bench.look())).toEqual([finding]);
  const { httpTokens, instanceTags } = { httpTokens: 'required', instanceTags: 'enabled' };
  const settings = { httpTokens, instanceTags, shutdown: 'terminate', publicAddress: false };
  await template({ settings, instanceProfile: true });
});

it('tells of a template that is not there, and of an image that is too old', async () => {
  const elsewhere = (yaml: string) =>
    yaml.replaceAll('launchTemplate: sekisho-ops-server', 'launchTemplate: nobodys');
  expect(wrongIn(await bench.look({ edit: elsewhere }))).toContain('launch-template missing');
  const limited = (warn: string, refuse: string) => (yaml: string) =>
    yaml.replace(
      'sizes: [t3.micro, t3.small, m7i.large]',
      `sizes: [t3.micro]\n      imageAge: { warnAfter: ${warn}, refuseAfter: ${refuse} }`,
    );
  const old = await bench.look({ edit: limited('1d', '90d') });
  expect(wrongIn(old)).toEqual(['image-age old']);
  // Launches are refused from the second on that it is older, not from the next day.
  const days = old.find(({ code }) => code === 'image-age')?.facts['days'];
  const bounded = await bench.look({ edit: limited('1d', `${String(days)}d`) });
  expect(wrongIn(bounded)).toEqual(['image-age too-old']);
  expect(wrongIn(await bench.look({ edit: limited('1d', '2d') }))).toEqual(['image-age too-old']);
});

it('tells of a schedule role that is missing, or that EventBridge Scheduler may not take', async () => {
  expect(wrongIn(await bench.look({ scheduleRole: 'nobody' }))).toEqual(['schedule-role missing']);
  await bench.trust('sekisho-scheduler', { Service: 'ec2.amazonaws.com' });
  expect(wrongIn(await bench.look())).toEqual(['schedule-role untrusted']);
  await bench.trust('sekisho-scheduler', { Service: 'scheduler.amazonaws.com' });
  await bench.trust('sekisho-ops-server', { Service: 'scheduler.amazonaws.com' });
  expect(wrongIn(await bench.look())).toEqual(['instance-role untrusted']);
  await bench.trust('sekisho-ops-server', { Service: 'ec2.amazonaws.com' });
});

it('says that it could not look where the policy for looking is not attached', async () => {
  const reads = ['iam:GetRole', 'iam:GetInstanceProfile', 'ssm:GetDocument'];
  const more = ['ssm:DescribeDocument', 'ec2:DescribeSubnets', 'servicequotas:GetServiceQuota'];
  await bench.allowAllBut('sekisho', ...reads, ...more);
  const findings = await bench.look();
  expect(wrongIn(findings)).toEqual([]);
  const unread = findings.filter(({ outcome }) => outcome === 'unread').map(({ code }) => code);
  const roles = ['instance-role', 'schedule-role', 'server-network', 'session-preferences'];
  expect(unread.sort()).toEqual(['dead-mans-switch', 'ec2-quota', ...roles]);
  await bench.allowAllBut('sekisho');
});

it('tells of an AWS that cannot be reached', async () => {
  const findings = await bench.look({ endpoint: 'http://127.0.0.1:9' });
  expect(wrongIn(findings)).toEqual(['aws-endpoint unreachable', 'aws-role unreachable']);
});

it('tells of sessions that are recorded where nobody looks for them', async () => {
  const edit = (yaml: string) => yaml.replace('bucket: practice-rec', 'bucket: acme-rec');
  const findings = await bench.look({ edit });
  // Nor is there such a bucket.
  expect(wrongIn(findings)).toEqual(['recording-place missing', 'session-preferences elsewhere']);
  const lost = findings.find(({ outcome }) => outcome === 'elsewhere');
  expect(lost?.facts).toEqual({
    place: `s3://practice-recordings/sessions/${bench.account}, /sekisho/sessions`,
    where: `s3://acme-recordings/sessions/${bench.account}`,
  });
});

it('tells of session preferences that record nothing, or run everybody as one user', async () => {
  const inputs = { runAsEnabled: true, s3BucketName: '' };
  const Content = JSON.stringify({ schemaVersion: '1.0', sessionType: 'Standard_Stream', inputs });
  const Name = 'SSM-SessionManagerRunShell';
  await bench.ssm.send(new CreateDocumentCommand({ Name, Content, DocumentType: 'Session' }));
  expect(wrongIn(await bench.look())).toEqual(['session-preferences unrecorded']);
});

it('tells when AWS’s clock is minutes away from the database’s', async () => {
  await bench.control('clock', { advanceMs: 600_000 });
  const far = (await bench.look()).find(({ code }) => code === 'clock-aws');
  expect([far?.outcome, Math.round(Number(far?.facts['seconds']) / 10)]).toEqual(['far', 60]);
  const alone = await bench.look({ alone: true });
  expect(wrongIn(alone)).toContain('clock-aws machine-off');
});
