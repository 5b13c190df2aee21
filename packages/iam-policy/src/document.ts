import { type Condition, listOf, readConditions, recordOf, stringsOf } from './condition.ts';
import { isOperator, timeOf } from './holds.ts';
import { hasVariable, variableProblem } from './variables.ts';

/** Who a statement of a trust policy is about; empty lists in a policy of a role's own. */
export interface Principals {
  readonly aws: readonly string[];
  readonly federated: readonly string[];
}

/** One statement of an IAM policy. */
export interface PolicyStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly principals: Principals;
  readonly actions: readonly string[];
  /** `actions` and `resources` are those that it is not about. */
  readonly notActions: boolean;
  readonly resources: readonly string[];
  readonly notResources: boolean;
  readonly conditions: readonly Condition[];
}

/** A policy of what may be done, or of who may be someone. */
export type PolicyUse = 'identity' | 'trust';

/** The statements of a policy. Errors: a `SyntaxError` that says what is wrong with the document. */
export function readPolicy(text: string, use: PolicyUse): readonly PolicyStatement[] {
  const problem = policyProblem(text, use);
  if (problem !== null) throw new SyntaxError(problem);
  const document = recordOf(JSON.parse(text));
  return listOf(document?.['Statement']).map((value) => statementOf(recordOf(value) ?? {}));
}

function statementOf(written: Plain): PolicyStatement {
  const principal = written['Principal'];
  const named = recordOf(principal);
  const notActions = 'NotAction' in written;
  const notResources = 'NotResource' in written;
  return {
    effect: written['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    principals: {
      aws: principal === '*' ? ['*'] : stringsOf(named?.['AWS']),
      federated: principal === '*' ? ['*'] : stringsOf(named?.['Federated']),
    },
    actions: stringsOf(written[notActions ? 'NotAction' : 'Action']),
    notActions,
    resources: stringsOf(written[notResources ? 'NotResource' : 'Resource']),
    notResources,
    conditions: readConditions(written['Condition']),
  };
}

type Plain = Readonly<Record<string, unknown>>;

const parts: ReadonlySet<string> = new Set([
  ...['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'],
]);

/**
 * What is wrong with a policy, or null. What cannot be judged here is refused rather than ignored:
 * unknown operators, `NotPrincipal`, policy variables (`${…}`) where AWS knows none.
 */
export function policyProblem(text: string, use: PolicyUse): string | null {
  const document = recordOf(parsed(text));
  if (document === null) return 'Syntax errors in policy.';
  if (document['Version'] !== undefined && document['Version'] !== '2012-10-17') {
    return 'The policy is not of version 2012-10-17.';
  }
  if (hasVariable(text) && document['Version'] === undefined) {
    return 'Variables need the version 2012-10-17.';
  }
  const statements = listOf(document['Statement']);
  if (statements.length === 0) return 'The policy has no statement.';
  for (const statement of statements) {
    const problem = statementProblem(statement) ?? useProblem(recordOf(statement) ?? {}, use);
    if (problem !== null) return problem;
  }
  return null;
}

function statementProblem(value: unknown): string | null {
  const written = recordOf(value);
  if (written === null) return 'A statement is no object.';
  const unknown = Object.keys(written).find((name) => !parts.has(name));
  if (unknown !== undefined) return `A statement has ${unknown}, which is not judged here.`;
  if (written['Effect'] !== 'Allow' && written['Effect'] !== 'Deny') {
    return 'A statement has no effect.';
  }
  if (stringsOf(written['Action'] ?? written['NotAction']).length === 0) {
    return 'Policy statement must contain actions.';
  }
  return conditionProblem(written['Condition']) ?? variableProblem(written);
}

function useProblem(written: Plain, use: PolicyUse): string | null {
  const hasResource = 'Resource' in written || 'NotResource' in written;
  if (use === 'identity') {
    if ('Principal' in written) return 'Policy document should not specify a principal.';
    return hasResource ? null : 'Policy statement must contain resources.';
  }
  if (hasResource) return 'Has prohibited field Resource.';
  return 'Principal' in written ? null : 'Missing required field Principal.';
}

function conditionProblem(block: unknown): string | null {
  if (block === undefined) return null;
  if (recordOf(block) === null) return 'A condition is no object.';
  for (const { operator, key, values } of readConditions(block)) {
    if (!isOperator(operator)) return `The operator ${operator} is not judged here.`;
    if (values.length === 0) return `The condition on ${key} has no value.`;
    if (operator.startsWith('Date') && values.some((one) => Number.isNaN(timeOf(one)))) {
      return `The condition on ${key} has no time.`;
    }
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
