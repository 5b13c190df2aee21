import { ciActions, impliedCiActions } from '../ci-actions.ts';
import { type CiPlace, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

const declared = [...ciActions, ...impliedCiActions];
type Declared = (typeof declared)[number];

/** Tags of a session that is lent by the broker. */
const sessionTags = ['lease', 'repository', 'run', 'purpose', 'actor', 'plan'];

/**
 * What Sekisho's role in an account with roles for CI jobs may do: assume those of the broker, and write
 * denials and windows on the roles that are named. IAM cannot narrow which inline policies it writes.
 * Source: Service Authorization Reference, AWS STS and IAM.
 */
export function ciRolesPolicy(place: CiPlace): PolicyDocument {
  const brokered = rolesNamed(place, place.brokerRoles);
  const lent = rolesNamed(place, [...place.brokerRoles, ...place.windowRoles]);
  const read: Declared[] = ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListRolePolicies'];
  const write: Declared[] = ['iam:DeleteRolePolicy', 'iam:PutRolePolicy'];
  const assume: Declared[] = ['sts:AssumeRole', 'sts:SetSourceIdentity'];
  return documentOf(declared, [
    allow('Lend', assume, { on: brokered }),
    allow('NameTheLease', ['sts:TagSession'] satisfies Declared[], {
      on: brokered,
      when: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': sessionTags.map((tag) => `sekisho:${tag}`) },
        Null: { 'aws:RequestTag/sekisho:lease': 'false' },
      },
    }),
    allow('ReadTheseRoles', read, { on: lent }),
    allow('DenyAndOpen', write, { on: lent }),
  ]);
}
