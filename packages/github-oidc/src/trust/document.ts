import { type Condition, operatorNamed, readConditions } from '@sekisho/iam-policy';

/** A statement that lets holders of tokens of one issuer in. */
export interface TrustStatement {
  /** Its Sid, or its place: `statement 2`. */
  readonly name: string;
  readonly actions: readonly string[];
  /** What follows `oidc-provider/` in its principals; `*` for any principal. */
  readonly providers: readonly string[];
  readonly conditions: readonly Condition[];
}

/** The statements of a trust policy that allow something to federated principals; null when it is no policy. */
export function readTrustPolicy(text: string): readonly TrustStatement[] | null {
  const document = policyIn(parsed(text));
  if (document === null) return null;
  const statements = listOf(document['Statement']).map(recordOf);
  // AWS takes no such policy: to find nothing in it would say that it is sound.
  if (statements.length === 0 || !statements.every(isStatement)) return null;
  return statements.flatMap((statement, index) =>
    statement['Effect'] === 'Allow' ? [trustOf(statement, `statement ${index + 1}`)] : [],
  );
}

function isStatement(value: Plain | null): value is Plain {
  return value !== null && (value['Effect'] === 'Allow' || value['Effect'] === 'Deny');
}

function trustOf(statement: Plain, place: string): TrustStatement {
  const sid = statement['Sid'];
  return {
    name: typeof sid === 'string' && sid !== '' ? sid : place,
    actions: 'NotAction' in statement ? ['*'] : stringsOf(statement['Action']),
    providers: 'NotPrincipal' in statement ? ['*'] : providersOf(statement['Principal']),
    conditions: readConditions(canonical(recordOf(statement['Condition']))),
  };
}

/** Conditions with operators as AWS writes them: a rule that others may read in any case is judged by what it may mean. */
function canonical(block: Plain | null): Plain {
  const entries = Object.entries(block ?? {}).map(([operation, keys]) => {
    const [, qualifier = '', name = '', ifExists = ''] = operations.exec(operation) ?? [];
    const whose = qualifier.toLowerCase() === 'forallvalues:' ? 'ForAllValues:' : 'ForAnyValue:';
    const written = `${operatorNamed(name) ?? name}${ifExists === '' ? '' : 'IfExists'}`;
    return [`${qualifier === '' ? '' : whose}${written}`, keys] as const;
  });
  // Two that only differ in case are two conditions.
  const merged: Record<string, Record<string, unknown>> = {};
  for (const [operation, keys] of entries)
    merged[operation] = { ...merged[operation], ...recordOf(keys) };
  return merged;
}

const operations = /^(for(?:all|any)values?:)?(.*?)(ifexists)?$/is;

/** Source of who may be named: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function providersOf(principal: unknown): readonly string[] {
  if (principal === '*' || stringsOf(recordOf(principal)?.['AWS']).includes('*')) return ['*'];
  return stringsOf(recordOf(principal)?.['Federated']).flatMap((arn) => {
    if (arn === '*') return ['*'];
    const [, provider = arn] = arn.split(/:oidc-provider\//);
    return provider.startsWith('arn:') ? [] : [provider];
  });
}

type Plain = Readonly<Record<string, unknown>>;

/** A policy as it is, or as `aws iam get-role` answers it (there it may be percent-encoded). */
function policyIn(value: unknown): Plain | null {
  const document = recordOf(value);
  if (document === null) return null;
  if ('Statement' in document) return document;
  const role = recordOf(document['Role']) ?? document;
  const held = role['AssumeRolePolicyDocument'];
  return policyIn(typeof held === 'string' ? parsed(decoded(held)) : held);
}

function decoded(text: string): string {
  try {
    return text.startsWith('%7B') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Plain | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Plain)
    : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function stringsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'boolean' || typeof one === 'number' ? [String(one)] : [];
  });
}
