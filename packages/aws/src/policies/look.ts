import { lookActions } from '../look-actions.ts';
import { type Place, rolesNamed } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof lookActions)[number];

/**
 * What the role that looks at an account's roles may do: read who they are and when they were used.
 * Source: Service Authorization Reference, IAM (ListRoles knows no resource).
 */
export function lookPolicy(place: Place): PolicyDocument {
  return documentOf(lookActions, [
    allow('ListRoles', ['iam:ListRoles'] satisfies Declared[], { on: ['*'] }),
    allow('SeeLastUse', ['iam:GetRole'] satisfies Declared[], { on: rolesNamed(place, ['*']) }),
  ]);
}
