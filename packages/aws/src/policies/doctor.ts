import { doctorActions } from '../doctor-actions.ts';
import { inRegions, type MemberPlace, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof doctorActions)[number];

/**
 * What Sekisho's role may read besides, so that `sekisho doctor` looks at the roles that it hands on and at
 * Session Manager's preferences. Without it those are told of as not looked at.
 * Source: Service Authorization Reference, IAM and AWS Systems Manager.
 */
export function doctorPolicy(place: MemberPlace): PolicyDocument {
  const { partition, account, instanceRole, schedulerRole } = place;
  const profile = `arn:${partition}:iam::${account}:instance-profile/${instanceRole}`;
  return documentOf(doctorActions, [
    allow('SeeRolesHandedOn', ['iam:GetRole'] satisfies Declared[], {
      on: rolesNamed(place, [instanceRole, schedulerRole]),
    }),
    allow('SeeProfile', ['iam:GetInstanceProfile'] satisfies Declared[], { on: [profile] }),
    allow('SeePreferences', ['ssm:GetDocument'] satisfies Declared[], {
      on: inRegions(place, 'ssm', 'document/SSM-SessionManagerRunShell'),
    }),
  ]);
}
