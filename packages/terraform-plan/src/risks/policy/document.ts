import { entriesOf, isPlain, memberOf } from '../../reading/plain.ts';

/** One statement of an IAM policy, its lists written out. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** As `AWS:arn:…`, `Service:…`, `Federated:…`, or `*`. */
  readonly principals: readonly string[];
  /** It names what it leaves out, as `NotAction iam:*, sts:*`: `NotAction`, `NotResource`, `NotPrincipal`. */
  readonly inverted: readonly string[];
  /** As `StringEquals aws:SourceAccount=…`, sorted. */
  readonly conditions: readonly string[];
}

/**
 * Statements of a policy in JSON; null for what is none, which is not the same as one that grants nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(text: string): readonly Statement[] | null {
  const document = parsed(text);
  const statements = memberOf(document, 'Statement');
  const list = Array.isArray(statements) ? statements : [statements];
  if (!isPlain(document) || !list.every(isPlain)) return null;
  return list.map(statementOf);
}

function statementOf(value: unknown): Statement {
  const inverted = ['NotAction', 'NotResource', 'NotPrincipal'].flatMap((name) => {
    const left = memberOf(value, name);
    if (left === undefined) return [];
    const names = name === 'NotPrincipal' ? principalsOf(left) : stringsOf(left);
    return [`${name} ${names.toSorted().join(', ')}`.trim()];
  });
  return {
    // What is neither would be refused by AWS; as an Allow it is looked at.
    effect: memberOf(value, 'Effect') === 'Deny' ? 'Deny' : 'Allow',
    actions: stringsOf(memberOf(value, 'Action')).map((action) => action.toLowerCase()),
    resources: stringsOf(memberOf(value, 'Resource')),
    principals: principalsOf(memberOf(value, 'Principal')),
    inverted,
    conditions: entriesOf(memberOf(value, 'Condition'))
      .flatMap(([operator, keys]) =>
        entriesOf(keys).map(
          ([key, values]) => `${operator} ${key}=${stringsOf(values).toSorted().join(',')}`,
        ),
      )
      .toSorted(),
  };
}

function principalsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value === '*' ? '*' : `AWS:${value}`];
  return entriesOf(value).flatMap(([kind, names]) =>
    stringsOf(names).map((name) => (name === '*' && kind === 'AWS' ? '*' : `${kind}:${name}`)),
  );
}

function stringsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((one) =>
    ['string', 'number', 'boolean'].includes(typeof one) ? [String(one)] : [],
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
