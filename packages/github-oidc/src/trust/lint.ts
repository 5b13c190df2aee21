import { type Condition, holds } from '@sekisho/iam-policy';
import { askedBy } from './asked.ts';
import { lintAudience } from './audience.ts';
import { lintCondition } from './condition.ts';
import type { TrustStatement } from './document.ts';
import { claimOf, isAbout, isPositive, issuerOf } from './evaluate.ts';
import type { Add, TrustFinding } from './finding.ts';
import { type Intruder, intruders } from './intruders.ts';
import { audiencesIn, githubIssuer, isGithub } from './issuers.ts';
import { reachOfTemplates } from './own-template.ts';
import { type Judged, judgedAs, takesTokens } from './principals.ts';
import { oldSubjects } from './subject-form.ts';
import { comesIn } from './tokens.ts';

/**
 * What is wrong with the statements of a trust policy that let GitHub Actions in, or were to. It looks
 * for tokens that must not come in and would.
 * @param audience what the tokens are for; without it what they are by default in the role's part of AWS
 */
export function lintTrust(
  statements: readonly TrustStatement[],
  audience?: string,
): readonly TrustFinding[] {
  const findings = statements.flatMap((statement) =>
    judgedAs(statement).flatMap((judged) => lintStatement(statement, judged, statements, audience)),
  );
  const keyOf = ({ code, statement, value }: TrustFinding) => `${statement} ${code} ${value}`;
  return [...new Map(findings.map((one) => [keyOf(one), one])).values()];
}

function lintStatement(
  statement: TrustStatement,
  { issuer, partition, problem }: Judged,
  all: readonly TrustStatement[],
  audience?: string,
): readonly TrustFinding[] {
  const { name, actions, conditions, others } = statement;
  const found: TrustFinding[] = [];
  const facts = {
    issuer: issuer !== null && isGithub(issuer) ? issuer : githubIssuer,
    audience: audience ?? audiencesIn(partition)[0],
  };
  const add: Add = (code, value = '') => found.push({ code, statement: name, value, ...facts });
  if (problem === 'any-principal') add(problem);
  if (problem === 'wrong-principal') add(problem, [...others, ...unlike(statement)].join(', '));
  if (issuer === null) return found;
  const own = conditions.filter((one) => isAbout(one, issuer));
  for (const condition of own) lintCondition(condition, issuer, add);
  const strange = problem === null ? strangeTo(statement) : [];
  for (const { key } of strange) add('wrong-key', key);
  if (!takesTokens(statement)) {
    // One that lets in those whom another has let in: to tag their session.
    if (all.some((one) => takesTokens(one) && isFor(one, issuer))) return found;
    add('wrong-action', actions.join(', '));
  }
  // What is not there lets nobody in, save where a condition takes that for an answer.
  if (strange.some((one) => !holds(one, undefined))) return found;
  lintAudience(own, issuer, audience === undefined ? audiencesIn(partition) : [audience], add);
  lintReach(own, issuer, add);
  return found;
}

function isFor({ providers }: TrustStatement, issuer: string): boolean {
  return providers.some((one) => one.issuer.toLowerCase() === issuer.toLowerCase());
}

/** Conditions on GitHub's tokens, but on those of another issuer than the statement names: AWS finds nothing by such a key. */
function strangeTo({ conditions, providers }: TrustStatement): readonly Condition[] {
  return conditions.filter(
    (one) => isGithub(issuerOf(one)) && !providers.some(({ issuer }) => isAbout(one, issuer)),
  );
}

/** Providers that are not GitHub's. */
function unlike({ providers }: TrustStatement): readonly string[] {
  return providers.map(({ issuer }) => issuer).filter((issuer) => !isGithub(issuer));
}

function lintReach(own: readonly Condition[], issuer: string, add: Add): void {
  const asked = askedBy(own, issuer);
  const all = intruders(asked);
  const reaches = ({ subjects, width }: Intruder) =>
    subjects.some((subject) => comesIn(asked, subject, width) !== null);
  // Where anybody comes in, it goes without saying that others do.
  const anybody = all.find((one) => one.width === 'world' && reaches(one));
  if (anybody !== undefined) {
    add(own.some((one) => claimOf(one) === 'sub') ? anybody.code : 'missing-sub');
    return;
  }
  if (!own.some(isScope)) add('missing-sub', claimsBeside(own).join(', ') || 'aud');
  const reached = all.filter((one) => one.width !== 'world' && reaches(one));
  // So it does of other branches where every repository of the owner comes in; pull requests are worth a word.
  const isWide = reached[0]?.width === 'owner';
  for (const { code, width } of reached) {
    if (!isWide || width === 'owner' || code === 'pull-request') add(code);
  }
  for (const code of reachOfTemplates(asked)) add(code);
  const old = oldSubjects(asked);
  // Of what was not looked at to its end nobody can say that it is sound.
  if (asked.patience.left <= 0) add('too-intricate');
  else for (const context of old) add('old-subject', context);
}

/**
 * Whether AWS takes a condition for one that says which jobs: without any it refuses the policy.
 * Source: what `iam:UpdateAssumeRolePolicy` answers, "must evaluate … :sub or … :job_workflow_ref which is not scoped to all".
 */
function isScope(condition: Condition): boolean {
  if (!['sub', 'job_workflow_ref'].includes(claimOf(condition))) return false;
  const { values } = condition;
  return isPositive(condition) && values.length > 0 && !values.some((one) => /^\*+$/.test(one));
}

/** Claims that hold strangers off without a subject. */
function claimsBeside(own: readonly Condition[]): readonly string[] {
  const claims = own.filter(isPositive).map(claimOf);
  return [...new Set(claims)].filter((claim) => claim !== 'aud' && claim !== 'sub');
}
