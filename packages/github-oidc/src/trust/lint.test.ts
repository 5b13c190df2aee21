import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTrustPolicy } from './document.ts';
import { trustPolicyFor } from './generate.ts';
import { lintTrust } from './lint.ts';

const issuer = 'token.actions.githubusercontent.com';

/** A policy for GitHub with conditions on claims. */
function policy(
  conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  more = {},
): string {
  const prefixed = Object.fromEntries(
    Object.entries(conditions).map(([operator, claims]) => [
      operator,
      Object.fromEntries(
        Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]),
      ),
    ]),
  );
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: prefixed,
    ...more,
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function codesOf(text: string, audience?: string): string[] {
  const statements = readTrustPolicy(text) ?? expect.fail('no policy');
  return lintTrust(statements, audience).map(({ code, value }) =>
    value === '' ? code : `${code} ${value}`,
  );
}

const aud = 'sts.amazonaws.com';
const exact = 'repo:acme@1/infra@2:environment:production';

describe('a trust policy for GitHub', () => {
  test.each<[string, Parameters<typeof policy>[0], string[]]>([
    ['has no condition at all', {}, ['missing-audience', 'missing-sub']],
    ['asks for the audience alone', { StringEquals: { aud } }, ['missing-sub']],
    [
      'lets every subject in',
      { StringEquals: { aud }, StringLike: { sub: 'repo:*' } },
      ['any-repository'],
    ],
    [
      'leaves the end of the owner open',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme*' } },
      ['lookalike-owner'],
    ],
    [
      'names an owner only',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme/*' } },
      ['any-repository-of-owner', 'pull-request'],
    ],
    [
      'leaves the end of the repository open',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme@1/infra*' } },
      ['any-repository-of-owner', 'pull-request'],
    ],
    [
      'names a repository only',
      {
        StringEquals: { aud },
        StringLike: { sub: ['repo:acme/infra:*', 'repo:acme@1/infra@2:*'] },
      },
      ['pull-request', 'any-ref', 'any-environment'],
    ],
    [
      'lets every branch in',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme@1/infra@2:ref:refs/heads/*' } },
      ['any-ref'],
    ],
    [
      'lets every environment in',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme@1/infra@2:environment:*' } },
      ['any-environment'],
    ],
    [
      'is for pull requests',
      { StringEquals: { aud, sub: 'repo:acme@1/infra@2:pull_request' } },
      ['pull-request'],
    ],
    [
      'knows the name only',
      { StringEquals: { aud, sub: 'repo:acme/infra:environment:production' } },
      ['old-subject environment:production'],
    ],
    [
      'is for another audience',
      { StringEquals: { aud: 'https://github.com/acme', sub: exact } },
      ['wrong-audience https://github.com/acme'],
    ],
    [
      'asks of all values',
      { 'ForAllValues:StringEquals': { aud, sub: exact } },
      ['for-all-values aud', 'for-all-values sub'],
    ],
    [
      'asks where there is one',
      { StringEqualsIfExists: { aud, sub: exact } },
      ['if-exists aud', 'if-exists sub'],
    ],
    [
      'takes a wildcard literally',
      { StringEquals: { aud, sub: 'repo:acme/infra:*' } },
      ['wildcard-in-equals repo:acme/infra:*'],
    ],
    [
      'asks for what AWS does not read',
      { StringEquals: { aud, sub: exact, repository_owner: 'acme' } },
      ['unknown-claim repository_owner'],
    ],
    [
      'only says who may not',
      { StringEquals: { aud }, StringNotLike: { sub: 'repo:evil/*' } },
      ['any-repository'],
    ],
    [
      'has a colon in an environment',
      { StringEquals: { aud, sub: `${exact}:eu` } },
      [`colon-in-name ${exact}:eu`],
    ],
    [
      'leaves the owner to be chosen',
      { StringEquals: { aud }, StringLike: { sub: 'repo:*/infra:environment:production' } },
      ['any-repository'],
    ],
    [
      'says the context alone',
      { StringEquals: { aud }, StringLike: { sub: '*:environment:production' } },
      ['any-repository'],
    ],
    [
      'leaves the beginning of the owner open, in its second subject',
      {
        StringEquals: { aud },
        StringLike: { sub: [exact, 'repo:*-corp/infra:environment:production'] },
      },
      ['lookalike-owner'],
    ],
    [
      'leaves a letter of the repository open',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme/infr?:environment:production' } },
      ['any-repository-of-owner', 'old-subject environment:production'],
    ],
    [
      'leaves the end of the environment open',
      { StringEquals: { aud }, StringLike: { sub: 'repo:acme@1/infra@2:environment:prod*' } },
      ['any-environment'],
    ],
    [
      'asks of all values in another case',
      { StringEquals: { aud }, 'forallvalues:stringequals': { sub: exact } },
      ['for-all-values sub'],
    ],
    ['writes operators in another case', { stringequals: { aud, sub: exact } }, []],
    [
      'uses an operator that there is not',
      { StringEquals: { aud }, StringSame: { sub: exact } },
      ['unknown-operator StringSame'],
    ],
    [
      'names both subjects',
      { StringEquals: { aud, sub: [exact, 'repo:acme/infra:environment:production'] } },
      [],
    ],
    [
      'names the environment and the id beside a wide subject',
      {
        StringEquals: { aud, environment: 'production', repository_id: '2' },
        StringLike: { sub: 'repo:acme*/infra*:*' },
      },
      [],
    ],
  ])('that %s is told so', (_, conditions, codes) => {
    expect(codesOf(policy(conditions))).toEqual(codes);
  });

  test('that lets anybody try, or allows another action, is told so', () => {
    const conditions = { StringEquals: { aud, sub: exact } };
    expect(codesOf(policy(conditions, { Principal: '*' }))).toEqual(['any-principal']);
    expect(codesOf(policy(conditions, { Principal: { Federated: '*' } }))).toEqual([
      'any-principal',
    ]);
    expect(codesOf(policy(conditions, { Principal: { AWS: '*' } }))).toEqual(['any-principal']);
    expect(
      codesOf(policy(conditions, { Principal: undefined, NotPrincipal: { AWS: '1' } })),
    ).toEqual(['any-principal']);
    expect(codesOf(policy(conditions, { Action: undefined, NotAction: 's3:*' }))).toEqual([]);
    expect(codesOf(policy(conditions, { Action: 'sts:AssumeRole' }))).toEqual([
      'wrong-action sts:AssumeRole',
    ]);
  });

  test('is found in what aws iam get-role answers, and other statements are left alone', () => {
    const text = policy({ StringEquals: { aud } });
    const role = { Role: { RoleName: 'x', AssumeRolePolicyDocument: JSON.parse(text) as object } };
    expect(codesOf(JSON.stringify(role))).toEqual(['missing-sub']);
    const encoded = { Role: { AssumeRolePolicyDocument: encodeURIComponent(text) } };
    expect(codesOf(JSON.stringify(encoded))).toEqual(['missing-sub']);
    expect(codesOf(policy({}, { Effect: 'Deny' }))).toEqual([]);
    const service = { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
    expect(codesOf(policy({}, service))).toEqual([]);
  });

  test.each([
    'octo.ghe.example/_services/token',
    'token.actions.acme.ghe.com',
    'token.actions.githubusercontent.com/acme',
  ])('of the issuer %s is looked at too', (name) => {
    const text = policy({ StringEquals: { aud } }).replaceAll(issuer, name);
    expect(codesOf(text)).toEqual(['missing-sub']);
  });

  test('may be for an audience of its own', () => {
    const own = policy({ StringEquals: { aud: 'https://sekisho.example', sub: exact } });
    expect(codesOf(own, 'https://sekisho.example')).toEqual([]);
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,9}$/);
const id = fc.integer({ min: 1, max: 999_999_999 }).map(String);

test('nothing is found in what is generated', () => {
  const wanted = fc.record({
    account: fc.constant('111122223333'),
    partition: fc.constantFrom('aws', 'aws-cn'),
    repository: fc.record({ owner: word, name: word, ownerId: id, id }),
    from: fc.oneof(
      fc.record({
        environment: fc
          .string({ minLength: 1, maxLength: 8 })
          .filter((text) => !/[*?]|\$\{/.test(text)),
      }),
      fc.record({ ref: word.map((name) => `refs/heads/${name}`) }),
    ),
    workflow: fc.constantFrom(null, 'acme/flows/.github/workflows/apply.yml@refs/heads/main'),
    audience: fc.constantFrom(aud, 'https://sekisho.example'),
  });
  fc.assert(
    fc.property(wanted, (one) => {
      expect(codesOf(JSON.stringify(trustPolicyFor(one)), one.audience)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('whatever is no policy is told from one, and nothing throws', () => {
  expect(readTrustPolicy('{')).toBeNull();
  expect(readTrustPolicy('[]')).toBeNull();
  expect(readTrustPolicy('{"Role": 3}')).toBeNull();
  expect(readTrustPolicy('{"Statement": []}')).toBeNull();
  expect(readTrustPolicy('{"Statement": "Allow"}')).toBeNull();
  expect(readTrustPolicy('{"Statement": [{"Principal": "*"}]}')).toBeNull();
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (condition, principal) => {
      const statement = { Effect: 'Allow', Principal: principal, Condition: condition };
      const statements = readTrustPolicy(JSON.stringify({ Statement: statement }));
      expect(lintTrust(statements ?? [])).toBeInstanceOf(Array);
    }),
    { numRuns: 200 },
  );
});
