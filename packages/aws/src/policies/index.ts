import { accessPolicy, accessRemovalPolicy } from './access.ts';
import { backupPolicy, restorePolicy } from './backup.ts';
import { ciRolesPolicy } from './ci-roles.ts';
import { doctorPolicy } from './doctor.ts';
import { doctorAccessPolicy } from './doctor-access.ts';
import {
  exampleAccess,
  exampleBackup,
  exampleBuild,
  exampleCi,
  exampleHub,
  exampleKeeping,
  exampleMember,
  exampleSources,
} from './example.ts';
import { guardPolicy } from './guard.ts';
import { hubPolicy } from './hub.ts';
import { imageBuildPolicy } from './image-build.ts';
import { imageInspectPolicy, imagePromotePolicy, imagePublishPolicy } from './images.ts';
import { keepingPolicy } from './keeping.ts';
import { liveSessionsPolicy } from './live-sessions.ts';
import { lookPolicy } from './look.ts';
import { opsHolderPolicy } from './ops-holder.ts';
import { opsInstancePolicy } from './ops-instance.ts';
import { opsRecordingsPolicy } from './ops-recordings.ts';
import { opsSchedulerPolicy } from './ops-scheduler.ts';
import { opsServersPolicy } from './ops-servers.ts';
import {
  alarmSourcePolicy,
  athenaSourcePolicy,
  logSourcePolicy,
  metricSourcePolicy,
} from './sources.ts';
import type { PolicyDocument } from './statement.ts';

export type {
  AccessPlace,
  BackupPlace,
  BuildPlace,
  CiPlace,
  GuardPlace,
  HubPlace,
  MemberPlace,
  Place,
  SourcePlace,
} from './place.ts';
export type { PolicyDocument, Statement } from './statement.ts';
export {
  accessPolicy,
  accessRemovalPolicy,
  backupPolicy,
  ciRolesPolicy,
  doctorAccessPolicy,
  doctorPolicy,
  guardPolicy,
  hubPolicy,
  imageBuildPolicy,
  imageInspectPolicy,
  imagePromotePolicy,
  imagePublishPolicy,
  keepingPolicy,
  liveSessionsPolicy,
  lookPolicy,
  opsHolderPolicy,
  opsInstancePolicy,
  opsRecordingsPolicy,
  opsSchedulerPolicy,
  opsServersPolicy,
  restorePolicy,
};

/** The policies of an example installation by the name of their file in docs/iam. */
export function examplePolicies(): Readonly<Record<string, PolicyDocument>> {
  return {
    hub: hubPolicy(exampleHub),
    'ops-servers': opsServersPolicy(exampleMember),
    'ops-scheduler': opsSchedulerPolicy(exampleMember),
    'ops-instance': opsInstancePolicy(exampleMember),
    'ops-holder': opsHolderPolicy(exampleMember),
    'ops-recordings': opsRecordingsPolicy(exampleMember),
    'image-build': imageBuildPolicy(exampleBuild),
    'image-publish': imagePublishPolicy(exampleMember),
    'image-promote': imagePromotePolicy(exampleMember),
    'image-inspect': imageInspectPolicy(exampleMember),
    access: accessPolicy(exampleAccess),
    'access-removal': accessRemovalPolicy(exampleAccess),
    'live-sessions': liveSessionsPolicy(exampleAccess),
    'ci-roles': ciRolesPolicy(exampleCi),
    look: lookPolicy(exampleMember),
    doctor: doctorPolicy(exampleMember),
    'doctor-access': doctorAccessPolicy(exampleAccess),
    backup: backupPolicy(exampleBackup),
    restore: restorePolicy(exampleBackup),
    keeping: keepingPolicy(exampleKeeping),
    'source-cloudwatch-metric': metricSourcePolicy(exampleSources),
    'source-cloudwatch-alarm': alarmSourcePolicy(exampleSources),
    'source-logs': logSourcePolicy(exampleSources),
    'source-athena': athenaSourcePolicy(exampleSources),
  };
}
