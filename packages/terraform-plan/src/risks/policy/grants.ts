import type { RiskCode, Severity } from '../risk.ts';
import type { Statement } from './document.ts';

/** Something that a policy lets happen, or no longer keeps from happening. */
export interface Grant {
  readonly code: RiskCode;
  readonly severity: Severity;
  readonly value: string;
}

/** Who is asked: an identity's own policy, a resource's policy, or a role's trust. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

/** With one of these somebody can give themselves more. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html and the actions of IAM. */
const escalating = [
  'iam:passrole',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:updateloginprofile',
  'iam:attachuserpolicy',
  'iam:attachrolepolicy',
  'iam:attachgrouppolicy',
  'iam:putuserpolicy',
  'iam:putrolepolicy',
  'iam:putgrouppolicy',
  'iam:createpolicyversion',
  'iam:setdefaultpolicyversion',
  'iam:updateassumerolepolicy',
  'iam:addusertogroup',
  'iam:deleterolepermissionsboundary',
  'iam:deleteuserpermissionsboundary',
  'sts:assumerole',
  'organizations:detachpolicy',
  'sso:createaccountassignment',
  'sso:attachmanagedpolicytopermissionset',
  'sso:putinlinepolicytopermissionset',
] as const;

const reads = /^[a-z0-9-]+:(get|list|describe|batchget|view|lookup|search|head)[a-z]*\*?$/;

/** Everything wide that a statement allows. */
export function grantsOf(statement: Statement, kind: PolicyKind): readonly Grant[] {
  if (statement.effect === 'Deny') return [];
  return [
    ...invertedGrants(statement),
    ...(kind === 'identity' ? resourceGrants(statement) : []),
    ...(kind === 'trust' ? trustGrants(statement) : actionGrants(statement)),
    ...(kind === 'identity' ? [] : anybodyGrants(statement)),
    ...(kind === 'resource' ? namedGrants(statement) : []),
  ];
}

function invertedGrants({ inverted }: Statement): readonly Grant[] {
  return inverted.map((value) => ({ code: 'policy-inverted', severity: 'danger', value }));
}

/** `*` alone, a whole service, and what lets somebody raise themselves. */
function actionGrants({ actions, resources }: Statement): readonly Grant[] {
  const wide = actions
    .filter((action) => /^\*+$|^\*:|:\*+$/.test(action))
    .map((value): Grant => {
      const all = value.startsWith('*') || /^(iam|sts|organizations|sso|kms):/.test(value);
      return { code: 'policy-any-action', severity: all ? 'danger' : 'warning', value };
    });
  const everywhere = resources.some((resource) => /^\*+$|[:/]\*+$/.test(resource));
  const raising = escalating
    .filter((known) => actions.some((action) => !/^\*+$/.test(action) && fits(action, known)))
    .map((value): Grant => {
      return { code: 'policy-escalation', severity: everywhere ? 'danger' : 'warning', value };
    });
  return [...wide, ...raising];
}

/** Any resource, for actions that do more than read. */
function resourceGrants({ actions, resources, conditions }: Statement): readonly Grant[] {
  const writes = actions.filter((action) => !reads.test(action));
  if (!resources.some((resource) => /^\*+$/.test(resource)) || writes.length === 0) return [];
  const severity = conditions.length > 0 ? 'note' : 'warning';
  return writes.map((value) => ({ code: 'policy-any-resource', severity, value }));
}

const isAnybody = (principal: string) => /^(\*|[A-Za-z]+:\*)$/.test(principal);

function anybodyGrants({ principals, conditions }: Statement): readonly Grant[] {
  if (!principals.some(isAnybody)) return [];
  const severity = conditions.length > 0 ? 'warning' : 'danger';
  return [{ code: 'policy-any-principal', severity, value: conditions.join('; ') }];
}

/** Each one whom a resource lets in by name: the name may be another account's. */
function namedGrants({ principals }: Statement): readonly Grant[] {
  return principals
    .filter((principal) => !isAnybody(principal) && !principal.startsWith('Service:'))
    .map((value) => ({ code: 'policy-principal-added', severity: 'warning', value }));
}

/** Each principal that may assume the role; AWS's own services are an everyday thing. */
function trustGrants({ principals }: Statement): readonly Grant[] {
  return principals.map((value) => {
    const severity = value.startsWith('Service:') ? 'warning' : 'danger';
    return { code: 'trust-widened', severity, value };
  });
}

/** Whether an action with `*` and `?` covers another. Walks once, so no pattern makes it slow. */
export function fits(pattern: string, action: string): boolean {
  let [at, star, mark] = [0, -1, 0];
  let place = 0;
  while (place < action.length) {
    if (pattern[at] === '?' || pattern[at] === action[place]) {
      at += 1;
      place += 1;
    } else if (pattern[at] === '*') {
      star = at;
      mark = place;
      at += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      place = mark;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
