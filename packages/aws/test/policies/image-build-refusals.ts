import type { Asked } from './asks-of.ts';
import {
  asks,
  bears,
  done,
  ec2,
  iam,
  image,
  kind,
  machine,
  made,
  mine,
  named,
  passed,
  profile,
  region,
  run,
  server,
  snapshot,
  ssm,
} from './image-build-asks.ts';

const unchecked = { 'ssm:SessionDocumentAccessCheck': 'false' };
const copying = { 'ec2:CreateAction': 'CopyImage' };
const theirs = { 'ssm:resourceTag/aws:ssmmessages:session-id': 'AROA2:hanako' };
const lent = { 'sekisho:installation': 'example', 'sekisho:holder': 'hanako' };
/** What a job that runs what it fetched might try. */
export const refusals: Readonly<Record<string, readonly Asked[]>> = {
  'ends, stops or copies another instance': [
    ...['Terminate', 'Stop'].flatMap((verb): Asked[] => [
      [`ec2:${verb}Instances`, server, bears(lent)],
      [`ec2:${verb}Instances`, server],
    ]),
    ['ec2:CreateImage', server, bears(lent)],
  ],
  'opens a session to another server': [
    ['ssm:StartSession', server, { ...bears(lent, 'ssm:resourceTag'), ...named }],
    ['ssm:StartSession', server, named],
    ['ssm:StartSession', server, { ...bears(run, 'ssm:resourceTag'), ...unchecked }],
  ],
  'opens a shell, or sends a command, even to its own': [
    ['ssm:StartSession', ssm('document/SSM-SessionManagerRunShell'), named],
    [
      'ssm:StartSession',
      `arn:aws:ssm:${region}::document/AWS-StartPortForwardingSessionToRemoteHost`,
      named,
    ],
    ['ssm:SendCommand', server, bears(run, 'ssm:resourceTag')],
  ],
  "ends or resumes somebody else's session": [
    ['ssm:TerminateSession', ssm('session/hanako-1'), { ...mine, ...theirs }],
    ['ssm:ResumeSession', ssm('session/hanako-1'), { ...mine, ...theirs }],
  ],
  'passes another role, or its own elsewhere': [
    ['iam:PassRole', iam('role/sekisho'), passed],
    ['iam:PassRole', iam('role/sekisho-ops-server'), passed],
    [
      'iam:PassRole',
      iam('role/sekisho-image-build'),
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    ['iam:PutRolePolicy', iam('role/sekisho-image-build')],
  ],
  'launches anything else': [
    ['ec2:RunInstances', server, { ...machine, 'ec2:InstanceType': 'p5.48xlarge' }],
    ['ec2:RunInstances', server, { ...machine, 'ec2:MetadataHttpTokens': 'optional' }],
    [
      'ec2:RunInstances',
      server,
      { ...machine, 'ec2:InstanceProfile': iam('instance-profile/sekisho-ops-server') },
    ],
    ['ec2:RunInstances', server, { ...profile, ...kind }],
    ['ec2:RunInstances', image, { 'ec2:Owner': '999999999999' }],
    ['ec2:RunInstances', image, { 'ec2:Owner': 'aws-marketplace' }],
    ['ec2:RunInstances', ec2('subnet/subnet-0fedcba9876543210')],
    ['ec2:RunInstances', ec2('security-group/sg-0def'), bears(lent)],
    ['ec2:RunInstances', ec2('volume/vol-0abc'), { ...asks(run), 'ec2:Encrypted': 'false' }],
    ['ec2:RunInstances', ec2('volume/vol-0abc'), { 'ec2:Encrypted': 'true' }],
    [
      'ec2:RunInstances',
      ec2('network-interface/eni-0abc'),
      { 'ec2:AssociatePublicIpAddress': 'true' },
    ],
    ['ec2:RunInstances', ec2('launch-template/lt-0123456789abcdef0')],
  ],
  'lets anybody in': [
    ['ec2:AuthorizeSecurityGroupIngress', ec2('security-group/sg-0abc'), bears(run)],
    ['ec2-instance-connect:SendSSHPublicKey', server, bears(run)],
    ['ec2:CreateKeyPair', ec2('key-pair/mine')],
  ],
  'changes or takes away an image that is finished, or that it did not build': [
    ...['DeregisterImage', 'ModifyImageAttribute', 'EnableImageDeprecation'].flatMap(
      (action): Asked[] => [
        [`ec2:${action}`, image, bears({ ...run, ...done })],
        [`ec2:${action}`, image, bears({ Name: 'web' })],
      ],
    ),
    ['ec2:DeleteSnapshot', snapshot, bears(done)],
    ['ec2:DeleteSnapshot', snapshot, bears({ ...run, ...done })],
    ['ec2:DeleteSecurityGroup', ec2('security-group/sg-0def'), bears(lent)],
    ['ec2:DeleteSnapshot', snapshot, bears({ Name: 'backup' })],
  ],
  'marks an image that it did not build, a snapshot with a name, or a server': [
    ['ec2:CreateTags', image, asks(done)],
    ['ec2:CreateTags', snapshot, { ...bears({ Name: 'backup' }), ...asks(done) }],
    ['ec2:CreateTags', snapshot, asks({ ...done, team: 'web' })],
    ['ec2:CreateTags', snapshot, asks({ Name: 'sekisho-ops-server-2' })],
    ['ec2:CreateTags', image, asks({ Name: 'sekisho-ops-server-2' })],
    ['ec2:CreateTags', image, { ...bears(run), ...asks({ Name: 'sekisho-ops-server-2' }) }],
    ['ec2:CreateTags', image, { ...asks(done), 'ec2:CreateAction': 'CopyImage' }],
    ['ec2:CreateTags', image, { ...asks({ ...run, 'sekisho:image-build': 'x' }), ...copying }],
    ['ec2:CreateTags', image, { ...asks({ Name: 'x' }), 'ec2:CreateAction': 'CreateImage' }],
    ['ec2:CreateImage', image, asks({ Name: 'x' })],
    ['ec2:CreateTags', server, asks(run)],
    ['ec2:CreateTags', server, asks(done)],
    ['ec2:CreateTags', image, { ...bears(run), ...asks({ ...done, 'sekisho:holder': 'me' }) }],
    ['ec2:CreateTags', server, { ...made('RunInstances'), ...asks(lent) }],
  ],
  'looks into another region': [
    ['ec2:DescribeImages', '*', { 'aws:RequestedRegion': 'us-east-1' }],
  ],
  'says what new servers get': [
    ['ssm:PutParameter', ssm('parameter/sekisho/images/ops-server/current')],
  ],
};
