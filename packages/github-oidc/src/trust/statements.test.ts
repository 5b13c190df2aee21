import { describe, expect, test } from 'vitest';
import { readTrustPolicy } from './document.ts';
import { lintTrust } from './lint.ts';

const issuer = 'token.actions.githubusercontent.com';
const arn = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const [aud, id] = ['sts.amazonaws.com', 'repo:acme@1/infra@2'];
const exact = `${id}:environment:production`;

type Block = Readonly<Record<string, unknown>>;

/** Conditions on claims, by operator; keys that have a prefix keep theirs. */
function asks(block: Readonly<Record<string, Block>>, of = issuer): Block {
  const key = (claim: string) => (claim.includes(':') ? claim : `${of}:${claim}`);
  const keyed = (claims: Block) =>
    Object.fromEntries(Object.entries(claims).map(([claim, value]) => [key(claim), value]));
  return Object.fromEntries(Object.entries(block).map(([name, claims]) => [name, keyed(claims)]));
}

const good = asks({ StringEquals: { aud, sub: exact } });
const wide = asks({ StringEquals: { aud }, StringLike: { sub: 'repo:*' } });

function statement(principal: unknown, condition: unknown, more: Block = {}): Block {
  const action = 'sts:AssumeRoleWithWebIdentity';
  return { Effect: 'Allow', Principal: principal, Action: action, Condition: condition, ...more };
}

/** What is found in a policy of such statements; null where it is none. */
function found(statements: readonly Block[], audience?: string): readonly string[] | null {
  const read = readTrustPolicy(JSON.stringify({ Statement: statements }));
  if (read === null) return null;
  return lintTrust(read, audience).map(({ code, value }) =>
    value === '' ? code : `${code} ${value}`,
  );
}

describe('a principal that is not GitHub’s provider', () => {
  test.each([
    `arn:aws:iam::111122223333:oidc-provider/https://${issuer}`,
    'arn:aws:iam::111122223333:oidc-provider/token.action.githubusercontent.com',
    'arn:aws:iam::111122223333:oidc-provider/github.com',
    'arn:aws:iam::111122223333:oidc-provider/gitlab.com',
    'arn:aws:iam::111122223333:saml-provider/acme',
    '${oidc_arn}',
    issuer,
  ])('is told beside what its conditions would let in: %s', (Federated) => {
    const [first = '', ...others] = found([statement({ Federated }, wide)]) ?? [];
    expect(first).toMatch(/^wrong-principal /);
    if (!/token\.action\.|github\.com$/.test(Federated)) expect(others).toEqual(['any-repository']);
  });

  test('is told of accounts, texts and services, with conditions on tokens or without', () => {
    expect(found([statement({ AWS: arn }, wide)])).toEqual([
      ...[`wrong-principal ${arn}`, 'any-repository'],
    ]);
    expect(found([statement(arn, good)])).toEqual([`wrong-principal ${arn}`]);
    expect(found([statement({ Service: 'ec2.amazonaws.com' }, {})])).toEqual([
      ...['wrong-principal ec2.amazonaws.com', 'missing-audience', 'missing-sub'],
    ]);
    expect(found([statement({}, good)])).toEqual(['wrong-principal']);
  });

  test('is nobody’s business where other tokens are meant', () => {
    const cluster = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E';
    const pod = asks({ StringEquals: { aud, sub: 'system:serviceaccount:web:app' } }, cluster);
    const of = (name: string) => ({ Federated: `arn:aws:iam::111122223333:oidc-provider/${name}` });
    expect(found([statement(of(cluster), pod)])).toEqual([]);
    const gitlab = asks({ StringLike: { sub: 'project_path:acme/infra:*' } }, 'gitlab.com');
    expect(found([statement(of('gitlab.com'), gitlab)])).toEqual([]);
    expect(found([statement({ Federated: 'accounts.google.com' }, {})])).toEqual([]);
    const saml = { Federated: 'arn:aws:iam::111122223333:saml-provider/acme' };
    expect(found([statement(saml, {}, { Action: 'sts:AssumeRoleWithSAML' })])).toEqual([]);
    const both = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'];
    expect(found([statement({ AWS: '111122223333' }, {}, { Action: both })])).toEqual([]);
  });
});

test('what holds references in the place of values, or no principal, is no trust policy', () => {
  const github = { Federated: arn };
  const sub = { 'Fn::Sub': 'repo:${Org}/*' };
  expect(found([statement({ Federated: { Ref: 'GithubOidc' } }, wide)])).toBeNull();
  expect(found([statement({ Federated: [arn, null] }, good)])).toBeNull();
  expect(found([statement(github, asks({ StringLike: { sub } }))])).toBeNull();
  expect(found([statement(github, asks({ StringLike: { sub: [exact, sub] } }))])).toBeNull();
  expect(found([{ Effect: 'Allow', Action: 's3:*', Resource: '*' }])).toBeNull();
  expect(found([statement([arn], good)])).toBeNull();
});

describe('a role that any principal may assume', () => {
  const action = { Action: 'sts:AssumeRole' };

  test.each<[string, Block]>([
    ['aws:SecureTransport', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['any ARN', { StringLike: { 'aws:PrincipalArn': '*' } }],
    ['any account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/deploy' } }],
    ['one that it is not', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }],
    ['one if there is one', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    ['tags, which anybody gives', { StringEquals: { 'aws:PrincipalTag/team': 'sre' } }],
  ])('is told where a condition leaves open who: %s', (_, condition) => {
    expect(found([statement('*', condition, action)])).toEqual(['any-principal']);
    expect(found([statement({ AWS: ['*'] }, condition, action)])).toEqual(['any-principal']);
  });

  test.each<[string, Block]>([
    ['its organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
    [
      'its unit',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/*' } },
    ],
    ['its account', { StringEquals: { 'AWS:PrincipalAccount': ['111122223333', '444455556666'] } }],
    ['its ARN', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci-*' } }],
    ['a secret', { StringEquals: { 'sts:ExternalId': '7e1c' } }],
  ])('is not where one says who: %s', (_, condition) => {
    expect(found([statement({ AWS: '*' }, condition, action)])).toEqual([]);
    // Tokens are of no account.
    expect(found([statement({ AWS: '*' }, condition)])).toContain('any-principal');
  });

  test('is told with what its conditions on tokens let in', () => {
    expect(found([statement('*', wide)])).toEqual(['any-principal', 'any-repository']);
  });
});

test('a statement that lets nobody in by itself is not judged by whom it would let in', () => {
  const github = { Federated: arn };
  const tags = statement(github, {}, { Action: ['sts:TagSession', 'sts:SetSourceIdentity'] });
  expect(found([statement(github, good), tags])).toEqual([]);
  expect(found([tags, statement(github, wide)])).toEqual(['any-repository']);
  const none = ['wrong-action sts:TagSession, sts:SetSourceIdentity'];
  expect(found([tags])).toEqual([...none, 'missing-audience', 'missing-sub']);
  const other = { Federated: arn.replace('.com', '.com/acme') };
  expect(
    found([statement(other, asks({ StringEquals: { aud, sub: exact } }, `${issuer}/acme`)), tags]),
  ).toEqual([...none, 'missing-audience', 'missing-sub']);
});

test('conditions on tokens of another issuer than the provider’s are told, not whom they would let in', () => {
  const other = { Federated: arn.replace('.com', '.com/acme') };
  const keys = [`wrong-key ${issuer}:aud`, `wrong-key ${issuer}:sub`];
  expect(found([statement(other, good)])).toEqual(keys);
  // Of what is not there, all that is asked not to be so is true.
  const not = asks({ StringNotEquals: { aud, sub: exact } });
  expect(found([statement(other, not)])).toEqual([...keys, 'missing-audience', 'missing-sub']);
  expect(found([statement({ Federated: [arn, other.Federated] }, good)])).not.toContain(keys[0]);
});

describe('on GitHub Enterprise Server', () => {
  const server = 'ghes.example.com/_services/token';
  const lint = (sub: string) =>
    found([
      statement(
        { Federated: `arn:aws:iam::111122223333:oidc-provider/${server}` },
        asks({ StringEquals: { aud, sub } }, server),
      ),
    ]);

  test('subjects have names, and no ids', () => {
    expect(lint('repo:acme/infra:environment:production')).toEqual([]);
    expect(lint('repo:acme/infra:ref:refs/heads/main')).toEqual([]);
    expect(lint(exact)).toEqual([`no-such-subject ${exact}`]);
    expect(lint('repo:acme/infra:pull_request')).toEqual(['pull-request']);
  });
});

describe('the audience', () => {
  const asked = (operator: string, of: unknown, partition = 'aws') =>
    statement(
      { Federated: arn.replace('arn:aws:', `arn:${partition}:`) },
      asks({ [operator]: { aud: of, sub: exact } }),
    );

  test('is the only one', () => {
    const [own, all] = ['https://github.com/acme', 'https://github.com/*'];
    expect(found([asked('StringEquals', [aud, own])])).toEqual([`other-audience ${own}`]);
    expect(found([asked('StringLike', [aud, all])])).toEqual([`other-audience ${all}`]);
    expect(found([asked('StringLike', 'sts.amazonaws.com*')])).toEqual([
      'other-audience sts.amazonaws.com*',
    ]);
    expect(found([asked('StringLike', aud)])).toEqual([]);
    expect(found([asked('StringEquals', [own, aud])], own)).toEqual([]);
  });

  test('is that of the role’s part of AWS', () => {
    const china = 'sts.amazonaws.com.cn';
    expect(found([asked('StringEquals', china, 'aws-cn')])).toEqual([]);
    expect(found([asked('StringEquals', aud, 'aws-cn')])).toEqual([]);
    expect(found([asked('StringEquals', aud, 'aws-us-gov')])).toEqual([]);
    expect(found([asked('StringEquals', china)])).toEqual([`wrong-audience ${china}`]);
    expect(found([asked('StringEquals', [aud, china])])).toEqual([]);
  });
});

describe('a subject', () => {
  const lint = (sub: string, operator = 'StringEquals') =>
    found([
      statement(
        { Federated: arn },
        asks({
          StringEquals: { aud },
          [operator]: operator === 'StringEquals' ? { sub, aud } : { sub },
        }),
      ),
    ]);

  test.each([
    ...['acme/infra:ref:refs/heads/main', 'repo:acme', 'repo:acme@1/infra:pull_request'],
    `${id}:ref:refs/heads/\${Branch}*`,
    ...[`${id}:refs/heads/main`, `${id}:main`, `${id}:ref:main`, `${id}:env:production`],
    ...['https://github.com/acme/infra', 'Repo:acme/infra:environment:production'],
    ...['', 'repo:<OWNER>/<REPO>:environment:production', 'repo:https://github.com/acme/infra:*'],
  ])('that no token has is told: %s', (sub) => {
    expect(lint(sub, 'StringLike')).toContain(`no-such-subject ${sub}`.trim());
  });

  test.each(['repo:acme/infra', id, 'repo:acme/infr?'])(
    'that ends with its repository is told: %s',
    (sub) => {
      expect(lint(sub, 'StringLike')).toEqual([`missing-context ${sub}`]);
    },
  );

  test.each([
    ...[`${id}:ref:refs/heads/main`, 'repo:ann_acme@1/infra.git@2:environment:a/b main'],
    ...['repo:acme@OWNER_ID/infra@REPO_ID:environment:production'],
    `${exact}:job_workflow_ref:acme/flows/.github/workflows/apply.yml@refs/heads/main`,
  ])('that one may have is not: %s', (sub) => {
    expect(lint(sub)).toEqual([]);
  });

  test('is compared by operators for texts', () => {
    expect(lint(exact, 'ArnLike')).toEqual(['unknown-operator ArnLike']);
    expect(lint(exact, 'NumericEquals')).toEqual(['unknown-operator NumericEquals']);
  });
});

test('a policy is found wherever it is wrapped up', () => {
  const text = JSON.stringify({ Statement: statement({ Federated: arn }, wide) });
  const encoded = encodeURIComponent(text);
  for (const one of [
    ...[encoded, `\n${encoded}\n`, JSON.stringify(text), JSON.stringify(encoded)],
    JSON.stringify({ Role: { AssumeRolePolicyDocument: `%0A${encoded}` } }),
    JSON.stringify({ Role: { AssumeRolePolicyDocument: encodeURIComponent(`\n${text}`) } }),
  ])
    expect(readTrustPolicy(one), one).toEqual(readTrustPolicy(text));
  expect(readTrustPolicy('%E0%A4%A')).toBeNull();
  expect(readTrustPolicy('"\\"x\\""')).toBeNull();
});
