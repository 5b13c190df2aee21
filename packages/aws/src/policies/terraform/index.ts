import { accessPolicy, accessRemovalPolicy } from '../access.ts';
import { backupPolicy, restorePolicy } from '../backup.ts';
import { ciRolesPolicy } from '../ci-roles.ts';
import { doctorPolicy } from '../doctor.ts';
import { doctorAccessPolicy } from '../doctor-access.ts';
import { guardPolicy } from '../guard.ts';
import { hubPolicy } from '../hub.ts';
import { imageBuildPolicy } from '../image-build.ts';
import { imageInspectPolicy, imagePromotePolicy, imagePublishPolicy } from '../images.ts';
import { keepingPolicy } from '../keeping.ts';
import { lookPolicy } from '../look.ts';
import { opsHolderPolicy } from '../ops-holder.ts';
import { opsInstancePolicy } from '../ops-instance.ts';
import { opsRecordingsPolicy } from '../ops-recordings.ts';
import { opsSchedulerPolicy } from '../ops-scheduler.ts';
import { opsServersPolicy } from '../ops-servers.ts';
import type { PolicyDocument } from '../statement.ts';
import {
  accessPlace,
  backupPlace,
  buildPlace,
  ciPlace,
  guardPlace,
  hubPlace,
  keepingPlace,
  memberPlace,
} from './places.ts';
import { policyTemplate } from './template.ts';

/** Policies that Sekisho's own account has, by the name of their file in docs/iam. */
export function hubTemplates(): Readonly<Record<string, string>> {
  return templates({
    hub: hubPolicy(hubPlace),
    backup: backupPolicy(backupPlace),
    restore: restorePolicy(backupPlace),
    keeping: keepingPolicy(keepingPlace),
  });
}

/** Policies that an account has in which Sekisho works. */
export function memberTemplates(): Readonly<Record<string, string>> {
  return templates({
    'ops-servers': opsServersPolicy(memberPlace),
    'ops-scheduler': opsSchedulerPolicy(memberPlace),
    'ops-instance': opsInstancePolicy(memberPlace),
    'ops-holder': opsHolderPolicy(memberPlace),
    'ops-recordings': opsRecordingsPolicy(memberPlace),
    doctor: doctorPolicy(memberPlace),
    'doctor-access': doctorAccessPolicy(accessPlace),
    'image-build': imageBuildPolicy(buildPlace),
    'image-publish': imagePublishPolicy(memberPlace),
    'image-promote': imagePromotePolicy(memberPlace),
    'image-inspect': imageInspectPolicy(memberPlace),
    access: accessPolicy(accessPlace),
    'access-removal': accessRemovalPolicy(accessPlace),
    'ci-roles': ciRolesPolicy(ciPlace),
    look: lookPolicy(memberPlace),
  });
}

/** The service control policy over the members. */
export function guardTemplates(): Readonly<Record<string, string>> {
  return templates({ guard: guardPolicy(guardPlace) });
}

function templates(documents: Readonly<Record<string, PolicyDocument>>) {
  return Object.fromEntries(
    Object.entries(documents).map(([name, document]) => [name, policyTemplate(document)]),
  );
}
