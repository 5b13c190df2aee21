import type { KeepingPlace } from '../keeping.ts';
import type {
  AccessPlace,
  BackupPlace,
  BuildPlace,
  CiPlace,
  GuardPlace,
  HubPlace,
  MemberPlace,
} from '../place.ts';
import { each } from './each.ts';

/** Values that Terraform puts in: `templatefile` replaces each `${name}`. */
const shared = {
  partition: '${partition}',
  account: '${account}',
  regions: ['${region}'],
  installation: '${installation}',
} as const;

export const memberPlace: MemberPlace = {
  ...shared,
  launchTemplates: [each('launch_templates')],
  canaries: [each('canaries')],
  ownRole: '${own_role}',
  instanceRole: '${instance_role}',
  schedulerRole: '${scheduler_role}',
  document: '${document}',
  forwardDocument: '${forward_document}',
  recording: {
    logGroup: '${log_group}',
    sessionLogGroup: '${session_log_group}',
    bucket: '${bucket}',
  },
};

export const buildPlace: BuildPlace = {
  ...shared,
  subnet: '${build_subnet}',
  instanceProfile: '${build_instance_profile}',
  instanceRole: '${build_instance_role}',
};

export const accessPlace: AccessPlace = {
  ...shared,
  instance: '${instance}',
  identityStore: '${identity_store}',
  organization: '${organization}',
  organizationsRegion: '${organizations_region}',
  management: '${management}',
  lent: {
    accounts: [each('lent_accounts')],
    permissionSets: [each('lent_permission_sets')],
    groups: [each('lent_groups')],
  },
  schedulerRole: '${scheduler_role}',
  ownRole: '${own_role}',
};

export const ciPlace: CiPlace = {
  ...shared,
  brokerRoles: [each('broker_roles')],
  windowRoles: [each('window_roles')],
};

export const hubPlace: HubPlace = { ...shared, roleArns: [each('role_arns')] };

export const backupPlace: BackupPlace = {
  partition: '${partition}',
  bucket: '${bucket}',
  prefix: '${prefix}',
};

export const guardPlace: GuardPlace = {
  partition: '${partition}',
  installation: '${installation}',
  administrators: [each('administrators')],
  imagePipelines: [each('image_pipelines')],
  roles: {
    sekisho: '${sekisho_role}',
    instance: '${instance_role}',
    scheduler: '${scheduler_role}',
    look: '${look_role}',
  },
  holderPolicy: '${holder_policy}',
};

export const keepingPlace: KeepingPlace = {
  partition: '${partition}',
  bucket: '${bucket}',
  anchors: '${anchors}',
  backups: '${backups}',
};
