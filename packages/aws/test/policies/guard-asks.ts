import type { PolicyRequest } from '@sekisho/iam-policy';
import { exampleMember } from '../../src/policies/example.ts';
import type { Asked } from './asks-of.ts';

const { account } = exampleMember;
const region = exampleMember.regions[0] ?? '';

export const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const ec2 = (what: string) => `arn:aws:ec2:${region}:${account}:${what}`;
export const ssm = (what: string) => `arn:aws:ssm:${region}:${account}:${what}`;
export const server = ec2('instance/i-0abc');
const template = ec2('launch-template/lt-0abc');
export const image = `arn:aws:ec2:${region}::image/ami-0abc`;
export const key = `arn:aws:kms:${region}:${account}:key/1234`;
export const logs = (group: string, stream = '') =>
  `arn:aws:logs:${region}:${account}:log-group:${group}:log-stream:${stream}`;
export const schedule = `arn:aws:scheduler:${region}:${account}:schedule/default/sekisho-ops-1`;
const profile = `arn:aws:iam::${account}:instance-profile/sekisho-ops-server`;
const policy = `arn:aws:iam::${account}:policy/sekisho-ops-holder`;

type Context = PolicyRequest['context'];
/** What bears Sekisho's marks, in the words of all services and of Systems Manager. */
export const ours: Context = Object.fromEntries(
  ['aws:ResourceTag', 'ssm:resourceTag'].flatMap((kind) => [
    [`${kind}/sekisho:installation`, 'example'],
    [`${kind}/sekisho:holder`, 'hanako'],
  ]),
);
const published: Context = { 'aws:ResourceTag/sekisho:image': 'ops-server' };
export const naming = (...keys: string[]): Context => ({ 'aws:TagKeys': keys });

export const somebody = role('developer');
export const sekisho = role('sekisho');
export const instance = role('sekisho-ops-server');
export const scheduler = role('sekisho-scheduler');
export const pipeline = role('image-pipeline');
/** Asks that are refused to everybody but the administrators and these. */
export const guarded: Readonly<Record<string, { but?: string; asks: readonly Asked[] }>> = {
  'changes roles': {
    asks: ['sekisho', 'sekisho-ops-server', 'sekisho-scheduler', 'sekisho-look'].flatMap((name) =>
      [
        ...['AttachRolePolicy', 'DeleteRole', 'DeleteRolePolicy', 'DetachRolePolicy'],
        ...['PutRolePermissionsBoundary', 'PutRolePolicy', 'TagRole', 'UntagRole'],
        ...['DeleteRolePermissionsBoundary', 'UpdateAssumeRolePolicy', 'UpdateRole'],
      ].map((action) => [`iam:${action}`, role(name)] as const),
    ),
  },
  'makes, takes or changes a role that is spared': {
    but: sekisho,
    asks: ['terraform', 'image-pipeline'].flatMap((name) =>
      ['AttachRolePolicy', 'CreateRole', 'PutRolePolicy', 'UpdateAssumeRolePolicy'].map(
        (action) => [`iam:${action}`, role(name)] as const,
      ),
    ),
  },
  "gives a role or a session a holder's tags": {
    asks: [
      ['iam:CreateRole', role('own'), naming('team', 'sekisho:Holder')],
      ['iam:TagRole', role('own'), naming('sekisho:holder')],
      ['iam:TagUser', `arn:aws:iam::${account}:user/own`, naming('SSMSessionRunAs')],
      ['sts:TagSession', role('own'), naming('sekisho:holder')],
    ],
  },
  'changes their instance profile': {
    asks: [
      'AddRoleToInstanceProfile',
      'DeleteInstanceProfile',
      'RemoveRoleFromInstanceProfile',
    ].map((action) => [`iam:${action}`, profile]),
  },
  "changes the holders' policy": {
    asks: [
      'CreatePolicyVersion',
      'DeletePolicy',
      'DeletePolicyVersion',
      'SetDefaultPolicyVersion',
    ].map((action) => [`iam:${action}`, policy]),
  },
  'changes documents': {
    asks: ['Sekisho-TerminateLease', 'Sekisho-ForwardPort', 'SSM-SessionManagerRunShell'].flatMap(
      (name) =>
        [
          'DeleteDocument',
          'ModifyDocumentPermission',
          'UpdateDocument',
          'UpdateDocumentDefaultVersion',
        ].map((action) => [`ssm:${action}`, ssm(`document/${name}`)] as const),
    ),
  },
  'changes launch templates': {
    asks: [
      ['ec2:CreateLaunchTemplateVersion', template, ours],
      ['ec2:ModifyLaunchTemplate', template, ours],
      ['ec2:DeleteLaunchTemplate', template, ours],
      ['ec2:DeleteLaunchTemplateVersions', template, ours],
    ],
  },
  'changes log groups': {
    asks: ['/sekisho/ops-servers', '/sekisho/sessions'].flatMap((group) =>
      [
        ...['AssociateKmsKey', 'DeleteLogGroup', 'DeleteLogStream', 'DeleteRetentionPolicy'],
        ...['DisassociateKmsKey', 'PutDataProtectionPolicy', 'PutRetentionPolicy'],
      ].map((action) => [`logs:${action}`, logs(group)] as const),
    ),
  },
  'takes away the key of the logs': {
    asks: ['DisableKey', 'PutKeyPolicy', 'ScheduleKeyDeletion', 'TagResource', 'UntagResource'].map(
      (action) => [`kms:${action}`, key, ours],
    ),
  },
  'writes what a server recorded': {
    but: instance,
    asks: ['/sekisho/ops-servers', '/sekisho/sessions'].flatMap((group) =>
      ['CreateLogStream', 'PutLogEvents'].map(
        (action) => [`logs:${action}`, logs(group, 'i-0abc')] as const,
      ),
    ),
  },
  'gives another machine or schedule their role': {
    but: sekisho,
    asks: [
      ['iam:PassRole', instance, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
      ['iam:PassRole', scheduler, { 'iam:PassedToService': 'scheduler.amazonaws.com' }],
    ],
  },
  'puts a dead-man’s switch off, or takes its name': {
    but: sekisho,
    asks: ['CreateSchedule', 'DeleteSchedule', 'UpdateSchedule'].map((action) => [
      `scheduler:${action}`,
      schedule,
    ]),
  },
  'opens a session on a server whose holder is somebody else': {
    asks: [
      ['ssm:StartSession', server, ours],
      ['ssm:StartSession', server, { ...ours, 'aws:PrincipalTag/sekisho:holder': 'taro' }],
      ['ssm:StartSession', server, { 'ssm:resourceTag/sekisho:installation': 'example' }],
    ],
  },
  'goes past Session Manager': {
    asks: [
      ...['SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey'].map(
        (action) => [`ec2-instance-connect:${action}`, server, ours] as const,
      ),
      ['ssm:SendCommand', server, ours],
      // AWS judges these by no server.
      ...[
        ...['CreateAssociation', 'CreateAssociationBatch', 'UpdateAssociation'],
        ...['RegisterTaskWithMaintenanceWindow', 'UpdateMaintenanceWindowTask'],
      ].map((action) => [`ssm:${action}`, ssm('document/AWS-RunShellScript')] as const),
      ...[
        ...['AssociateIamInstanceProfile', 'DisassociateIamInstanceProfile'],
        ...['ReplaceIamInstanceProfileAssociation', 'ModifyInstanceAttribute'],
        ...['ModifyInstanceMetadataOptions', 'CreateReplaceRootVolumeTask'],
        ...['AttachVolume', 'DetachVolume'],
      ].map((action) => [`ec2:${action}`, server, ours] as const),
    ],
  },
  'writes or takes marks of servers and templates': {
    but: sekisho,
    asks: [server, template].flatMap((what) =>
      ['installation', 'lease', 'holder', 'hard-maximum', 'environment', 'Holder'].flatMap(
        (mark) => [
          ['ec2:CreateTags', what, { ...ours, ...naming('Name', `sekisho:${mark}`) }] as const,
          ['ec2:DeleteTags', what, { ...ours, ...naming(`sekisho:${mark}`) }] as const,
        ],
      ),
    ),
  },
  'takes all marks by naming none': {
    asks: [server, template].map((what) => ['ec2:DeleteTags', what, ours]),
  },
  'marks an image, or says which one is current': {
    but: pipeline,
    asks: [
      ['ec2:CreateTags', image, naming('sekisho:image')],
      ['ec2:DeleteTags', image, { ...published, ...naming('Sekisho:Image') }],
      ['ec2:DeleteTags', image, published],
      ...['PutParameter', 'DeleteParameter', 'DeleteParameters'].map(
        (action) => [`ssm:${action}`, ssm('parameter/sekisho/images/ops-server/current')] as const,
      ),
    ],
  },
};
