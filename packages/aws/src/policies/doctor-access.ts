import { doctorAccessActions } from '../doctor-actions.ts';
import { type AccessPlace, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof doctorAccessActions)[number];

/**
 * What Sekisho's role in the account of Identity Center may read besides, so that `sekisho doctor` looks at the
 * role that removals act with, and asks IAM what policies say to lending and to removing.
 * Source: Service Authorization Reference, IAM.
 */
export function doctorAccessPolicy(place: AccessPlace): PolicyDocument {
  return documentOf(doctorAccessActions, [
    allow('SeeRemovalRole', ['iam:GetRole'] satisfies Declared[], {
      on: rolesNamed(place, [place.schedulerRole]),
    }),
    allow('AskWhatPoliciesSay', ['iam:SimulatePrincipalPolicy'] satisfies Declared[], {
      on: rolesNamed(place, [place.ownRole, place.schedulerRole]),
    }),
  ]);
}
