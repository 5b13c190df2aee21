import { type Condition, operatorNamed, readConditions } from '@sekisho/iam-policy';
import { isReadable, listOf, type Plain, policyIn, recordOf, stringsOf } from './json.ts';

/** A statement that lets holders of tokens of one issuer in. */
export interface TrustStatement {
  /** Its Sid, or its place: `statement 2`. */
  readonly name: string;
  readonly actions: readonly string[];
  readonly providers: readonly Provider[];
  /** Principals that are no provider of tokens, as written: accounts, services, and what AWS would refuse. */
  readonly others: readonly string[];
  readonly conditions: readonly Condition[];
}

/** An OpenID Connect provider that a statement names as its principal. */
interface Provider {
  /** What follows `oidc-provider/`; `*` for any principal. */
  readonly issuer: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
}

/**
 * The statements of a trust policy that allow something. Null when it is no trust policy, or one that
 * holds references in the place of values: nobody can say of it who comes in.
 */
export function readTrustPolicy(text: string): readonly TrustStatement[] | null {
  const document = policyIn(text);
  if (document === null) return null;
  const statements = listOf(document['Statement']).map(recordOf);
  // AWS takes no such policy: to find nothing in it would say that it is sound.
  if (statements.length === 0 || !statements.every(isStatement)) return null;
  return statements.flatMap((statement, index) =>
    statement['Effect'] === 'Allow' ? [trustOf(statement, `statement ${index + 1}`)] : [],
  );
}

function isStatement(value: Plain | null): value is Plain {
  if (value === null || (value['Effect'] !== 'Allow' && value['Effect'] !== 'Deny')) return false;
  const principal = value['Principal'] ?? value['NotPrincipal'];
  if (typeof principal === 'string') return hasReadableConditions(value);
  const named = recordOf(principal);
  return named !== null && Object.values(named).every(isReadable) && hasReadableConditions(value);
}

function hasReadableConditions({ Condition: block }: Plain): boolean {
  return Object.values(recordOf(block) ?? {}).every((keys) =>
    Object.values(recordOf(keys) ?? {}).every(isReadable),
  );
}

function trustOf(statement: Plain, place: string): TrustStatement {
  const sid = statement['Sid'];
  return {
    name: typeof sid === 'string' && sid !== '' ? sid : place,
    actions: 'NotAction' in statement ? ['*'] : stringsOf(statement['Action']),
    ...('NotPrincipal' in statement ? anybody : principalsOf(statement['Principal'])),
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

type Principals = Pick<TrustStatement, 'providers' | 'others'>;

const anybody: Principals = { providers: [{ issuer: '*', partition: 'aws' }], others: [] };

/** Source of who may be named: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function principalsOf(principal: unknown): Principals {
  if (typeof principal === 'string')
    return principal === '*' ? anybody : { providers: [], others: [principal] };
  const named = recordOf(principal) ?? {};
  if (Object.values(named).flatMap(stringsOf).includes('*')) return anybody;
  const federated = stringsOf(named['Federated'] ?? []);
  const { Federated: _, ...rest } = named;
  return {
    providers: federated.flatMap((one) => providerOf(one) ?? []),
    others: [
      ...federated.filter((one) => providerOf(one) === null),
      ...Object.values(rest).flatMap(stringsOf),
    ],
  };
}

/** The provider that an ARN names, or one that AWS knows by itself; null for anything else. */
function providerOf(principal: string): Provider | null {
  if (builtIn.has(principal)) return { issuer: principal, partition: 'aws' };
  const [, partition = '', issuer = ''] = providers.exec(principal) ?? [];
  return issuer === '' ? null : { partition, issuer };
}

// The account may be yet to be filled in: `${AWS::AccountId}`.
const providers = /^arn:(.+?):iam::.*:oidc-provider\/([\w-]+(?:\.[\w-]+)*(?::\d+)?(?:\/.*)?)$/s;

const builtIn: ReadonlySet<string> = new Set([
  ...['accounts.google.com', 'cognito-identity.amazonaws.com', 'graph.facebook.com'],
  'www.amazon.com',
]);
