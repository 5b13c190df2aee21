import { exampleBuild } from '../../src/policies/example.ts';
import type { Asked } from './asks-of.ts';

const { account } = exampleBuild;
export const region = exampleBuild.regions[0] ?? '';
export const ec2 = (what: string) => `arn:aws:ec2:${region}:${account}:${what}`;
const aws = (what: string) => `arn:aws:ec2:${region}::${what}`;
export const ssm = (what: string) => `arn:aws:ssm:${region}:${account}:${what}`;
export const iam = (what: string) => `arn:aws:iam::${account}:${what}`;

type Context = NonNullable<Asked[2]>;
export const bears = (tags: Readonly<Record<string, string>>, kind = 'aws:ResourceTag'): Context =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${kind}/${key}`, value]));
export const asks = (tags: Readonly<Record<string, string>>): Context => ({
  ...bears(tags, 'aws:RequestTag'),
  'aws:TagKeys': Object.keys(tags),
});
export const run = { Name: 'build of sekisho-ops-server-1', 'sekisho:image-build': 'ops-server' };
export const done = {
  ...{ Name: 'sekisho-ops-server-1', 'sekisho:image': 'ops-server' },
  ...{ 'sekisho:image-revision': 'abc', 'sekisho:image-base': 'debian-12-amd64-1' },
};
export const profile = { 'ec2:InstanceProfile': iam('instance-profile/sekisho-image-build') };
export const kind = { 'ec2:InstanceType': 't3.small', 'ec2:MetadataHttpTokens': 'required' };
export const machine = { ...asks(run), ...profile, ...kind };
export const [server, image, snapshot] = [
  ec2('instance/i-0abc'),
  aws('image/ami-0abc'),
  aws('snapshot/snap-0abc'),
];
export const passed = { 'iam:PassedToService': 'ec2.amazonaws.com' };
export const named = { 'ssm:SessionDocumentAccessCheck': 'true' };
const forward = `arn:aws:ssm:${region}::document/AWS-StartPortForwardingSession`;
export const mine = { 'ssm:resourceTag/aws:ssmmessages:session-id': 'AROA1:build' };
export const made = (action: string): Context => ({ ...asks(run), 'ec2:CreateAction': action });

/** The plug-in's calls with the template's options, each as AWS judges it: once for each thing it is about. */
export const calls: Readonly<Record<string, readonly Asked[]>> = {
  looking: [
    ...['DescribeRegions', 'DescribeImages', 'DescribeSubnets', 'DescribeSecurityGroups'],
    ...['DescribeInstances', 'DescribeInstanceStatus', 'DescribeVolumes'],
  ].map((action) => [`ec2:${action}`, '*']),
  'seeing its instance profile': [
    ['iam:GetInstanceProfile', iam('instance-profile/sekisho-image-build')],
  ],
  'making a key pair and a group without rules': [
    ['ec2:CreateKeyPair', ec2('key-pair/packer_1'), asks(run)],
    ['ec2:CreateTags', ec2('key-pair/packer_1'), made('CreateKeyPair')],
    ['ec2:CreateSecurityGroup', ec2('security-group/sg-0abc'), asks(run)],
    ['ec2:CreateSecurityGroup', ec2('vpc/vpc-0abc')],
    ['ec2:CreateTags', ec2('security-group/sg-0abc'), made('CreateSecurityGroup')],
  ],
  launching: [
    ['ec2:RunInstances', image, { 'ec2:Owner': '136693071363' }],
    ['ec2:RunInstances', image, { 'ec2:Owner': 'amazon' }],
    ['ec2:RunInstances', server, machine],
    ['ec2:RunInstances', ec2('volume/vol-0abc'), { ...asks(run), 'ec2:Encrypted': 'true' }],
    [
      'ec2:RunInstances',
      ec2('network-interface/eni-0abc'),
      { 'ec2:AssociatePublicIpAddress': 'false' },
    ],
    ['ec2:RunInstances', ec2(`subnet/${exampleBuild.subnet}`)],
    ['ec2:RunInstances', ec2('security-group/sg-0abc'), bears(run)],
    ['ec2:RunInstances', ec2('key-pair/packer_1'), bears(run)],
    ...['instance/i-0abc', 'volume/vol-0abc', 'network-interface/eni-0abc'].map(
      (what): Asked => ['ec2:CreateTags', ec2(what), made('RunInstances')],
    ),
    ['iam:PassRole', iam('role/sekisho-image-build'), passed],
  ],
  'reaching the instance': [
    ['ssm:StartSession', server, { ...bears(run, 'ssm:resourceTag'), ...named }],
    ['ssm:StartSession', forward, named],
    ['ssm:TerminateSession', ssm('session/build-1'), mine],
    ['ssm:ResumeSession', ssm('session/build-1'), mine],
    ['ssmmessages:OpenDataChannel', '*'],
  ],
  'making an image of it': [
    ['ec2:StopInstances', server, bears(run)],
    ['ec2:CreateImage', server, bears(run)],
    ['ec2:CreateImage', image, asks(run)],
    ['ec2:CreateImage', snapshot, asks(run)],
    ['ec2:CreateTags', image, made('CreateImage')],
    ['ec2:CreateTags', snapshot, made('CreateImage')],
  ],
  'copying it encrypted, with its tags': [
    ['ec2:CopyImage', image],
    ['ec2:CopyImage', snapshot],
    ['ec2:CreateTags', image, made('CopyImage')],
    ['ec2:CreateTags', image, { 'ec2:CreateAction': 'CopyImage' }],
    ['ec2:EnableImageDeprecation', image, bears(run)],
    ['ec2:ModifyImageAttribute', image, bears(run)],
  ],
  'marking the copy and its snapshot, and once more after a failure': [
    ['ec2:CreateTags', image, { ...bears(run), ...asks(done) }],
    ['ec2:CreateTags', image, { ...bears({ ...run, ...done }), ...asks(done) }],
    ['ec2:CreateTags', snapshot, asks(done)],
    ['ec2:CreateTags', snapshot, { ...bears(done), ...asks(done) }],
  ],
  'taking away what it made on the way': [
    ['ec2:TerminateInstances', server, bears(run)],
    ['ec2:DeleteSecurityGroup', ec2('security-group/sg-0abc'), bears(run)],
    ['ec2:DeleteKeyPair', ec2('key-pair/packer_1'), bears(run)],
    ['ec2:DeregisterImage', image, bears(run)],
    ['ec2:DeleteSnapshot', snapshot, bears(run)],
  ],
};
