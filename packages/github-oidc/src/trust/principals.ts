import { type Condition, isLike } from '@sekisho/iam-policy';
import type { TrustStatement } from './document.ts';
import { isPositive, issuerOf } from './evaluate.ts';
import type { TrustCode } from './finding.ts';
import { githubIssuer, isGithub, isMisspelt } from './issuers.ts';

/** As whose a statement is judged. */
export interface Judged {
  /** Whose tokens its conditions are about; null where they are about nobody's. */
  readonly issuer: string | null;
  readonly partition: string;
  /** What is wrong with its principals. */
  readonly problem: Extract<TrustCode, 'any-principal' | 'wrong-principal'> | null;
}

/** As whose a statement is judged: none where GitHub's tokens are not its business. */
export function judgedAs(statement: TrustStatement): readonly Judged[] {
  const { providers } = statement;
  const meant = issuerMeant(statement);
  if (providers.some(({ issuer }) => issuer === '*')) {
    const isOpen = takesTokens(statement) || meant !== null || !narrows(statement.conditions);
    return isOpen ? [{ issuer: meant, partition: 'aws', problem: 'any-principal' }] : [];
  }
  const own = providers.filter(({ issuer }) => isGithub(issuer));
  if (own.length > 0) return own.map((one) => ({ ...one, problem: null }));
  const [misspelt] = providers.filter(({ issuer }) => isMisspelt(issuer));
  if (misspelt !== undefined) return [{ ...misspelt, problem: 'wrong-principal' }];
  if (meant === null) return [];
  return [{ issuer: meant, partition: 'aws', problem: 'wrong-principal' }];
}

/** Whether a statement allows what GitHub's tokens are used with. */
export function takesTokens({ actions }: Pick<TrustStatement, 'actions'>): boolean {
  return actions.some((action) => isLike('sts:assumerolewithwebidentity', action.toLowerCase()));
}

/** The issuer that a statement is about by its conditions, or GitHub's where it is for tokens and names nobody who makes them. */
function issuerMeant({ actions, providers, conditions }: TrustStatement): string | null {
  const named = conditions.map(issuerOf).find(isGithub);
  if (named !== undefined) return named;
  const isForTokens = actions.some((one) => /^sts:AssumeRoleWithWebIdentity$/i.test(one));
  const isForOthers = actions.some((one) => /^sts:AssumeRole(?:WithSAML)?$/i.test(one));
  const isNobodys = providers.every(({ issuer }) => issuer === '*');
  return isForTokens && !isForOthers && isNobodys ? githubIssuer : null;
}

/** Whether one of the conditions says whose principals may come in. */
function narrows(conditions: readonly Condition[]): boolean {
  return conditions.filter(isPositive).some(({ key, qualifier, ifExists, values }) => {
    const shape = narrow[key.toLowerCase()];
    if (shape === undefined || qualifier === 'ForAllValues' || ifExists) return false;
    return values.every((value) => shape.test(value));
  });
}

const exact = /^[^*?]+$/;
const ofAccount = /^arn:[^:]*:[^:]*:[^:]*:\d{12}:/;

/**
 * Keys that say whose a principal is, with the values that leave that to nobody else.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const narrow: Readonly<Record<string, RegExp>> = {
  'aws:principalarn': ofAccount,
  'aws:sourcearn': ofAccount,
  'aws:principalaccount': exact,
  'aws:sourceaccount': exact,
  'aws:principalorgid': exact,
  'aws:sourceorgid': exact,
  'aws:principalorgpaths': /^o-\w+\//,
  'aws:sourceorgpaths': /^o-\w+\//,
  'aws:sourcevpc': exact,
  'aws:sourcevpce': exact,
  'aws:userid': /^[^*?:]+(?::|$)/,
  'aws:federatedprovider': exact,
  'aws:principalisawsservice': /^true$/i,
  'sts:externalid': exact,
};
