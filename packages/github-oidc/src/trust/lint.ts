import { type Condition, isLike, operatorNamed } from '@sekisho/iam-policy';
import { askedBy } from './asked.ts';
import type { TrustStatement } from './document.ts';
import { claimOf, isAbout, letsIn } from './evaluate.ts';
import type { TrustCode, TrustFinding } from './finding.ts';
import { type Intruder, intruders } from './intruders.ts';
import { oldSubjects } from './subject-form.ts';
import { comesIn } from './tokens.ts';

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

/**
 * GitHub's issuer, also that of an enterprise, of one whose data resides elsewhere, and of GitHub Enterprise Server.
 * Source: https://docs.github.com/en/enterprise-cloud@latest/actions/reference/security/oidc
 */
const github =
  /^(?:token\.actions\.(?:githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(?:\/.*)?|[^/]+\/_services\/token)$/i;

/**
 * What is wrong with the statements of a trust policy that let GitHub Actions in. It looks for tokens
 * that must not come in and would.
 * @param audience what the tokens are for: `sts.amazonaws.com` with aws-actions/configure-aws-credentials
 */
export function lintTrust(
  statements: readonly TrustStatement[],
  audience = 'sts.amazonaws.com',
): readonly TrustFinding[] {
  const findings = statements.flatMap((statement) =>
    statement.providers.flatMap((provider) => {
      if (provider === '*' && (takesTokens(statement) || statement.conditions.length === 0))
        return [{ code: 'any-principal', statement: statement.name, value: '' }] as const;
      return github.test(provider) ? lintStatement(statement, provider, audience) : [];
    }),
  );
  const keyOf = ({ code, statement, value }: TrustFinding) => `${statement} ${code} ${value}`;
  return [...new Map(findings.map((one) => [keyOf(one), one])).values()];
}

function takesTokens({ actions }: Pick<TrustStatement, 'actions'>): boolean {
  return actions.some((action) => isLike('sts:assumerolewithwebidentity', action.toLowerCase()));
}

function lintStatement(
  { name, actions, conditions }: TrustStatement,
  provider: string,
  audience: string,
): readonly TrustFinding[] {
  const own = conditions.filter((one) => isAbout(one, provider));
  const found: TrustFinding[] = [];
  const add = (code: TrustCode, value = '') => found.push({ code, statement: name, value });
  if (!takesTokens({ actions })) add('wrong-action', actions.join(', '));
  for (const condition of own) lintCondition(condition, add);
  lintAudience(own, provider, audience, add);
  lintReach(own, provider, add);
  return found;
}

type Add = (code: TrustCode, value?: string) => void;

function lintCondition(condition: Condition, add: Add): void {
  const { operator, qualifier, ifExists, values } = condition;
  const claim = claimOf(condition);
  if (operatorNamed(operator) === null) add('unknown-operator', operator);
  if (!knownClaims.has(claim)) add('unknown-claim', claim);
  if (qualifier === 'ForAllValues') add('for-all-values', claim);
  if (ifExists) add('if-exists', claim);
  if (operator.startsWith('StringEquals')) {
    for (const value of values) if (/[*?]/.test(value)) add('wildcard-in-equals', value);
  }
  if (claim !== 'sub') return;
  for (const value of values) {
    const [, environment] = /:environment:(.*)$/.exec(value) ?? [];
    if (environment?.includes(':') === true) add('colon-in-name', value);
  }
}

function lintAudience(
  own: readonly Condition[],
  provider: string,
  audience: string,
  add: Add,
): void {
  const about = own.filter((one) => claimOf(one) === 'aud');
  if (letsIn(about, { aud: 'https://somebody.example' }, provider)) add('missing-audience');
  else if (!letsIn(about, { aud: audience }, provider))
    add('wrong-audience', about.flatMap(({ values }) => values).join(', '));
}

function lintReach(own: readonly Condition[], provider: string, add: Add): void {
  const asked = askedBy(own, provider);
  const all = intruders(asked);
  const reaches = ({ subjects, width }: Intruder) =>
    subjects.some((subject) => comesIn(asked, subject, width) !== null);
  // Where anybody comes in, it goes without saying that others do.
  const anybody = all.find((one) => one.width === 'world' && reaches(one));
  if (anybody !== undefined) {
    add(own.some((one) => claimOf(one) === 'sub') ? anybody.code : 'missing-sub');
    return;
  }
  const reached = all.filter((one) => one.width !== 'world' && reaches(one));
  // So it does of other branches where every repository of the owner comes in; pull requests are worth a word.
  const isWide = reached[0]?.width === 'owner';
  for (const { code, width } of reached) {
    if (!isWide || width === 'owner' || code === 'pull-request') add(code);
  }
  // A repository that is known by its id may be renamed.
  if (asked.wanted('repository_id').length > 0) return;
  for (const context of oldSubjects(asked)) add('old-subject', context);
}
