import type { KeepingPlace } from './keeping.ts';
import {
  type AccessPlace,
  type BackupPlace,
  type BuildPlace,
  type CiPlace,
  type GuardPlace,
  type HubPlace,
  logGroups,
  type MemberPlace,
  type SourcePlace,
} from './place.ts';

/** Account numbers that AWS keeps for examples. */
const [member, hub, identity] = ['111122223333', '444455556666', '123456789012'];

const shared = {
  partition: 'aws',
  regions: ['ap-northeast-1'],
  installation: 'example',
} as const;

/** The installation that docs/iam is about: all names and numbers are made up. */
export const exampleMember: MemberPlace = {
  ...shared,
  account: member,
  launchTemplates: ['lt-0123456789abcdef0'],
  canaries: ['image-canary'],
  ownRole: 'sekisho',
  instanceRole: 'sekisho-ops-server',
  schedulerRole: 'sekisho-scheduler',
  document: 'Sekisho-TerminateLease',
  forwardDocument: 'Sekisho-ForwardPort',
  recording: {
    logGroup: logGroups.journal,
    sessionLogGroup: logGroups.sessions,
    bucket: 'example-sekisho-recordings',
  },
};

export const exampleBuild: BuildPlace = {
  ...shared,
  account: member,
  subnet: 'subnet-0123456789abcdef0',
  instanceProfile: 'sekisho-image-build',
  instanceRole: 'sekisho-image-build',
};

export const exampleAccess: AccessPlace = {
  ...shared,
  account: identity,
  instance: 'ssoins-0123456789abcdef',
  identityStore: 'd-0123456789',
  organization: 'o-exampleorgid',
  management: identity,
  lent: {
    accounts: [member],
    permissionSets: ['ps-0123456789abcdef'],
    groups: ['01234567-89ab-cdef-0123-456789abcdef'],
  },
  schedulerRole: 'sekisho-scheduler',
  ownRole: 'sekisho',
};

export const exampleCi: CiPlace = {
  ...shared,
  account: member,
  brokerRoles: ['infra-apply'],
  windowRoles: ['infra-apply-window'],
};

export const exampleSources: SourcePlace = {
  ...shared,
  account: member,
  logs: { bucket: 'example-alb-logs', prefix: 'shop/', queue: 'example-alb-logs' },
  athena: {
    workgroup: 'sekisho',
    database: 'logs',
    data: 'example-alb-logs',
    answers: 'example-athena-answers',
  },
};

export const exampleBackup: BackupPlace = {
  partition: 'aws',
  bucket: 'example-sekisho-backups',
  prefix: 'sekisho/',
};

export const exampleKeeping: KeepingPlace = {
  partition: 'aws',
  bucket: 'example-sekisho-backups',
  anchors: 'anchors/',
  backups: 'sekisho/',
};

export const exampleHub: HubPlace = {
  ...shared,
  account: hub,
  roleArns: [
    ...[`arn:aws:iam::${member}:role/sekisho`, `arn:aws:iam::${member}:role/sekisho-look`],
    ...[
      `arn:aws:iam::${identity}:role/sekisho`,
      `arn:aws:iam::${identity}:role/sekisho-live-sessions`,
    ],
  ],
};

export const exampleGuard: GuardPlace = {
  partition: 'aws',
  installation: 'example',
  administrators: ['arn:aws:iam::*:role/terraform'],
  imagePipelines: ['arn:aws:iam::*:role/image-pipeline'],
  roles: {
    sekisho: 'sekisho',
    instance: 'sekisho-ops-server',
    scheduler: 'sekisho-scheduler',
    look: 'sekisho-look',
  },
  holderPolicy: 'sekisho-ops-holder',
};
