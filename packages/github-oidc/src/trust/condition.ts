import { type Condition, operatorNamed } from '@sekisho/iam-policy';
import { claimOf, isPositive } from './evaluate.ts';
import type { Add } from './finding.ts';
import { isMissingContext, isNoSubject } from './no-subject.ts';
import { hasNextClaim } from './own-template.ts';

/** Claims that AWS reads of GitHub's tokens, since 2026-01. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const knownClaims: ReadonlySet<string> = new Set(
  [
    'sub',
    'aud',
    'amr',
    'actor',
    'actor_id',
    'job_workflow_ref',
    'repository',
    'repository_id',
  ].concat(['workflow', 'ref', 'environment', 'enterprise_id']),
);

/** Notes what is wrong with a single condition on a claim, whatever stands beside it. */
export function lintCondition(condition: Condition, issuer: string, add: Add): void {
  const { operator, qualifier, ifExists, values } = condition;
  const claim = claimOf(condition);
  // Claims are texts: operators for ARNs, numbers and times fit none.
  if (operatorNamed(operator) === null || !/^String|^Null$/.test(operator))
    add('unknown-operator', operator);
  if (!knownClaims.has(claim)) add('unknown-claim', claim);
  if (qualifier === 'ForAllValues') add('for-all-values', claim);
  if (ifExists) add('if-exists', claim);
  if (operator.startsWith('StringEquals')) {
    for (const value of values) if (/[*?]/.test(value)) add('wildcard-in-equals', value);
  }
  if (claim !== 'sub') return;
  for (const value of values) {
    if (hasColonInName(value)) add('colon-in-name', value);
    const subject = operator.endsWith('IgnoreCase') ? value.replace(/^repo:/i, 'repo:') : value;
    if (!isPositive(condition)) continue;
    if (isNoSubject(subject, issuer)) add('no-such-subject', value);
    else if (isMissingContext(subject)) add('missing-context', value);
  }
}

/** Whether a colon that is no claim's stands behind `environment:`; a wildcard alone behind it is some other claim. */
function hasColonInName(subject: string): boolean {
  const [, environment = ''] = /:environment:(.*)$/.exec(subject) ?? [];
  if (!environment.includes(':') || /^[^:]*:\*+$/.test(environment)) return false;
  return !hasNextClaim(environment);
}
