import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTrustPolicy } from './document.ts';
import { lintTrust } from './lint.ts';

const issuer = 'token.actions.githubusercontent.com';

type Claims = Readonly<Record<string, unknown>>;

/** The findings in a policy of one statement that asks for the audience and for claims. */
function codesOf(equals: Claims, like: Claims = {}, more: Readonly<Record<string, Claims>> = {}) {
  const prefixed = (claims: Claims) =>
    Object.fromEntries(
      Object.entries(claims).map(([claim, value]) => [`${issuer}:${claim}`, value]),
    );
  const operators = {
    StringEquals: { aud: 'sts.amazonaws.com', ...equals },
    StringLike: like,
    ...more,
  };
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: Object.fromEntries(
      Object.entries(operators).map(([operator, claims]) => [operator, prefixed(claims)]),
    ),
  };
  const statements = readTrustPolicy(JSON.stringify({ Statement: statement }));
  return lintTrust(statements ?? expect.fail('no policy')).map(({ code, value }) =>
    value === '' ? code : `${code} ${value}`,
  );
}

const repository = 'repo:acme@1/infra@2';
const exact = `${repository}:environment:production`;
const pinned = 'acme/infra/.github/workflows/apply.yml@refs/heads/main';
const flow = 'acme/flows/.github/workflows/deploy.yml@refs/heads/main';

describe('strangers come in who give the names to their own', () => {
  test.each<[string, Claims, Claims, string[]]>([
    ['environment', { environment: 'prod-eu' }, {}, ['missing-sub']],
    ['branch', { ref: 'refs/heads/release' }, {}, ['missing-sub']],
    ['called workflow', { job_workflow_ref: pinned }, {}, ['missing-sub']],
    ['environment, of any subject', { environment: 'prod-eu' }, { sub: '*' }, ['any-repository']],
    [
      'environment, of an owner with a similar name',
      { environment: 'prod-eu' },
      { sub: 'repo:acme*' },
      ['lookalike-owner'],
    ],
    [
      'workflow and branch',
      { workflow: 'deploy', ref: 'refs/heads/release' },
      { sub: 'repo:*' },
      ['any-repository'],
    ],
    ['account', {}, { sub: 'repo:*', actor: 'acme-*' }, ['any-repository']],
    ['repository', {}, { sub: 'repo:*', repository: '*/infra' }, ['any-repository']],
    [
      'branch, in another repository of the owner',
      { ref: 'refs/heads/release' },
      { sub: 'repo:acme/*' },
      ['any-repository-of-owner'],
    ],
    [
      'environment, in another repository of the owner',
      { environment: 'prod-eu' },
      { sub: 'repo:acme/*' },
      ['any-repository-of-owner'],
    ],
  ])('%s', (_, equals, like, codes) => {
    expect(codesOf(equals, like)).toEqual(codes);
  });
});

describe('a wildcard is seen wherever it is', () => {
  test.each<[string, string[]]>([
    [`${repository}:ref:refs/heads/m*`, ['any-ref']],
    [`${repository}:ref:refs/heads/main*`, ['any-ref']],
    [`${repository}:ref:refs/heads/mai?`, ['any-ref']],
    [`${repository}:*main`, ['any-ref', 'any-environment']],
    [`${repository}:*production*`, ['any-ref', 'any-environment']],
    [`${repository}:pull_reques?`, ['pull-request']],
    [`${repository}:ref:refs/pull/*`, ['any-ref']],
    ['repo:acme@1/*:job_workflow_ref:acme/x@refs/heads/main', ['any-repository-of-owner']],
    ['repo:*:job_workflow_ref:acme/x@refs/heads/main', ['any-repository']],
    ['repo:*:environment:production:ref:refs/heads/main', ['any-repository']],
    [`repo:acme@1/*:environment:production:job_workflow_ref:${flow}`, ['any-repository-of-owner']],
    ['repo:acme@1/*:*:job_workflow_ref:acme/x@refs/heads/main', ['any-repository-of-owner']],
    [`${repository}:job_workflow_ref:acme/x@*`, ['any-ref']],
    [`${repository}:environment:prod*:job_workflow_ref:${flow}`, ['any-environment']],
    [`${repository}:environment:production:job_workflow_ref:*`, []],
    [`${repository}:ref:refs/heads/main:actor:*`, []],
    [`${repository}:environment:production:*`, []],
    ['environment:production', ['any-repository']],
    ['workflow:Deploy:ref:refs/heads/main', ['any-repository']],
    ['repository_owner:acme:environment:production', ['any-repository-of-owner']],
    ['environment:production:repository_id:2', []],
    ['repository_id:2:environment:production', []],
    ['workflow_ref:acme/infra/.github/workflows/apply.yml@*', []],
    ['repository:acme/*:environment:production', ['any-repository-of-owner']],
    ['enterprise:acme:environment:production', ['any-repository-of-owner']],
    ['repository:*', ['any-repository']],
    ['repository_id:*', ['any-repository']],
    ['repository_visibility:private', ['any-repository']],
    ['job_workflow_ref:*', ['any-repository']],
    [`job_workflow_ref:${flow}`, ['any-repository']],
    ['workflow_ref:*', ['any-repository']],
    ['environment*', ['any-repository']],
    ['*infra*', ['any-repository']],
    ['*acme*', ['any-repository']],
    ['*acme/infra*', ['any-repository']],
    ['repo:*infra:*', ['any-repository']],
    ['repo:*-infra:*', ['any-repository']],
    ['*:acme/*', ['any-repository']],
    ['*acme/infra:ref:refs/heads/main', ['lookalike-owner']],
    ['repo:acm?/infra:ref:refs/heads/main', ['lookalike-owner']],
    ['repo:acme@1/infra*@*:environment:production', ['any-repository-of-owner']],
    ['repo:acme@*/infra@*:ref:refs/heads/main', ['open-id']],
    ['repo:acme@1/infra@?:environment:production', ['open-id']],
    ['repo:acme@1/infra@*:*', ['open-id', 'pull-request', 'any-ref', 'any-environment']],
  ])('%s', (sub, codes) => {
    expect(codesOf({}, { sub })).toEqual(codes);
    expect(codesOf({}, { sub: [exact, sub] })).toEqual(codes);
    expect(codesOf({}, { sub: [sub, exact] })).toEqual(codes);
  });

  test('and the environments and branches that another claim leaves open', () => {
    expect(codesOf({}, { sub: `${repository}:*`, environment: 'prod*' })).toEqual([
      'any-environment',
    ]);
    expect(codesOf({}, { sub: `${repository}:ref:*`, ref: 'refs/heads/m*' })).toEqual(['any-ref']);
    expect(codesOf({ environment: 'production' }, { sub: `${repository}:*` })).toEqual([]);
  });
});

test('subjects of an organization’s own are looked at with the conditions beside them', () => {
  const [sub, wide] = ['environment:production', `repo:*:job_workflow_ref:${flow}`];
  const environment = 'production';
  expect(codesOf({ sub }, { repository: 'acme/*' })).toEqual(['any-repository-of-owner']);
  expect(codesOf({ sub }, { repository: '*' })).toEqual(['any-repository']);
  expect(codesOf({ sub, repository: 'acme/infra' })).toEqual([]);
  expect(codesOf({ enterprise_id: '7' }, { sub: `*:${sub}` })).toEqual(['any-repository-of-owner']);
  const both = { 'ForAnyValue:StringLike': { sub: `*:${sub}` } };
  expect(codesOf({}, { sub: `${repository}:*` }, both)).toEqual([]);
  expect(codesOf({}, { sub: 'repository_id:2:*' }, both)).toEqual([]);
  expect(codesOf({ environment }, { sub: wide })).toEqual(['any-repository']);
  expect(codesOf({ environment }, { sub: 'repo:*:environment:production:ref:x' })).toEqual([
    'any-repository',
  ]);
  expect(codesOf({ environment }, { sub: `${repository}:job_workflow_ref:*` })).toEqual([]);
  const forgotten = 'acme/infra:ref:refs/heads/main';
  expect(codesOf({ sub: forgotten })).toEqual([`no-such-subject ${forgotten}`]);
});

describe('a policy of many patterns', () => {
  const many = (shape: (name: string) => string) =>
    Array.from({ length: 40 }, (_, index) => shape(`a${index + 10}`));

  test('is judged as each of them is, where they name the same repositories', () => {
    const sub = many((name) => `repo:acme/${name}:*`);
    const alone = codesOf({}, { sub });
    expect(alone).toEqual(['pull-request', 'any-ref', 'any-environment', 'old-subject *']);
    const again = { 'ForAnyValue:StringLike': { sub } };
    expect(codesOf({}, { sub, repository: many((name) => `acme/${name}`) }, again)).toEqual(alone);
  });

  test('is judged although an account has many repositories', () => {
    const sub = Array.from({ length: 65 }, (_, id) => [
      `repo:acme/service-${id}:*`,
      `repo:acme@1/service-${id}@${id}:*`,
    ]).flat();
    expect(codesOf({}, { sub })).toEqual(['pull-request', 'any-ref', 'any-environment']);
  });

  test('is told where it cannot be judged, and never called sound', () => {
    const sub = many((name) => `repo:*${name}*`);
    const twice = { 'ForAnyValue:StringLike': { sub } };
    expect(codesOf({}, { sub }, twice)).toEqual(['too-intricate']);
    expect(codesOf({}, { sub: `repo:${'*a'.repeat(1900)}:x` })).toEqual(['too-intricate']);
    const actor = Array.from({ length: 1000 }, (_, index) => `a${index}`);
    const none = { 'ForAnyValue:StringEquals': { actor: 'nobody' } };
    expect(codesOf({ actor }, { sub: 'repo:*' }, none)).toEqual(['too-intricate']);
    // Steps are bounded, not time.
  }, 60_000);

  test('is read in no longer time, whatever its letters are', () => {
    const sub = `${exact}:${'a_'.repeat(40)}`;
    expect(codesOf({ sub })).toEqual([`colon-in-name ${sub}`]);
  });
});

test('every subject of a list is looked at, whatever stands before it', () => {
  const production = 'repo:acme/infra:environment:production';
  expect(codesOf({ sub: [exact, 'repo:acme@1/app@3:pull_request'] })).toEqual(['pull-request']);
  expect(codesOf({}, { sub: [exact, 'repo:other@8/app@9:*'] })).toEqual([
    ...['pull-request', 'any-ref', 'any-environment'],
  ]);
  expect(codesOf({}, { sub: [production, 'repo:other/app:*'] })).toEqual([
    ...['pull-request', 'any-ref', 'any-environment'],
    ...['old-subject environment:production', 'old-subject *'],
  ]);
  expect(codesOf({ sub: [exact, 'repo:acme@1/app@3:environment:production'] })).toEqual([]);
  expect(codesOf({ sub: [production, exact, 'repo:acme/infra:environment:other'] })).toEqual([
    'old-subject environment:other',
  ]);
});

test('conditions are looked at together', () => {
  const [wide, context] = ['repo:acme*', '*:environment:production'];
  const both = { 'ForAnyValue:StringLike': { sub: context } };
  expect(codesOf({}, { sub: wide }, both)).toEqual(['lookalike-owner']);
  expect(codesOf({ sub: exact }, { sub: wide })).toEqual([]);
  expect(codesOf({}, {}, { StringLike: { SUB: wide } })).toEqual(['lookalike-owner']);
  expect(codesOf({}, { sub: 'repo:*' }, { StringNotLike: { sub: '*x*' } })).toEqual([
    'any-repository',
  ]);
  expect(
    codesOf({ environment: 'production' }, {}, { StringNotLike: { ref: 'refs/heads/main' } }),
  ).toEqual(['missing-sub']);
  expect(codesOf({}, { sub: 'repo:*', repository: 'acm????????' })).toEqual(['lookalike-owner']);
  const withIds = 'repo:*@*/*@*:environment:x';
  expect(codesOf({}, { sub: withIds, repository: 'acm????????' })).toEqual(['lookalike-owner']);
  const ours = { StringNotLike: { sub: ['*:pull_request', '*:ref:*'] } };
  expect(codesOf({}, { sub: `${repository}:*` }, ours)).toEqual(['any-environment']);
});

test('whoever is told apart by an id, an enterprise or an account does not come in', () => {
  const sub = 'repo:acme*/infra*:*';
  const within = ['pull-request', 'any-ref', 'any-environment'];
  expect(codesOf({ repository_id: '2' }, { sub })).toEqual(within);
  expect(codesOf({ repository_id: '6' }, { sub: 'repo:*@*/*@*:*' })).toEqual(within);
  expect(codesOf({ repository_id: '2' }, { sub: 'repo:acme@*/infra@*:environment:x' })).toEqual([]);
  expect(codesOf({ repository_owner_id: '1' }, { sub })).toEqual([
    'unknown-claim repository_owner_id',
  ]);
  expect(codesOf({ enterprise_id: '7' }, { sub: 'repo:*' })).toEqual([
    ...['any-repository-of-owner', 'pull-request'],
  ]);
});

test('whoever is told apart by the actor alone comes in: strangers have jobs set off by others', () => {
  expect(codesOf({ actor: 'deployer', environment: 'production' })).toEqual(['missing-sub']);
  expect(codesOf({ actor_id: '3' }, { sub: 'repo:*:environment:production' })).toEqual([
    'any-repository',
  ]);
  expect(codesOf({ actor: 'dependabot[bot]' }, { sub: 'repo:*' })).toEqual(['any-repository']);
  expect(codesOf({ actor: 'deployer', sub: exact })).toEqual([]);
});

test('without a subject or a called workflow AWS takes no policy, whatever stands beside', () => {
  const byId = { repository_id: '2', environment: 'production' };
  const missing = ['missing-sub repository_id, environment'];
  expect(codesOf(byId)).toEqual(missing);
  expect(codesOf(byId, { sub: '*' })).toEqual(missing);
  expect(codesOf(byId, {}, { StringNotLike: { sub: '*:pull_request' } })).toEqual(missing);
  expect(codesOf({ ...byId, job_workflow_ref: pinned })).toEqual([]);
});

test('the new subject must come in beside the old one, also where the id is asked for', () => {
  const old = 'repo:acme/infra:environment:production';
  expect(codesOf({ repository_id: '2', sub: old })).toEqual(['old-subject environment:production']);
  expect(codesOf({ repository_id: '2', sub: [old, exact] })).toEqual([]);
  expect(codesOf({ repository_id: '3', sub: [old, exact] })).toEqual([
    'old-subject environment:production',
  ]);
});

test('letters of either case are taken for each other where the operator does', () => {
  const repo = { StringEqualsIgnoreCase: { repository: 'Acme/Infra' } };
  expect(codesOf({}, { sub: 'repo:Acme/Infra:*' }, repo)).toContain('pull-request');
  for (const sub of ['repo:Acme/Infra', 'repo:acme/infra']) {
    const named = { StringEqualsIgnoreCase: { sub: `${sub}:environment:production` } };
    expect(codesOf({}, {}, named)).toEqual(['old-subject environment:production']);
  }
  expect(codesOf({ sub: exact }, {}, { StringEqualsIgnoreCase: { sub: exact } })).toEqual([]);
});

test('a ref that is named lets in neither pull requests nor code of another branch', () => {
  const ref = 'refs/heads/main';
  expect(codesOf({ ref }, { sub: `${repository}:*` })).toEqual([]);
  const both = ['repo:acme/infra:*', `${repository}:*`];
  expect(codesOf({ ref, repository_id: '2' }, { sub: both })).toEqual([]);
  expect(codesOf({}, { sub: `${repository}:*`, ref: 'refs/heads/*' })).toEqual([
    ...['any-ref', 'any-environment'],
  ]);
  expect(codesOf({}, { sub: `${repository}:*`, ref: 'refs/*' })).toContain('pull-request');
  expect(codesOf({ ref: 'refs/pull/7/merge' }, { sub: `${repository}:*` })).toEqual([
    'pull-request',
  ]);
  // Of pull_request_target, whose ref is the branch.
  expect(codesOf({ ref, sub: `${repository}:pull_request` })).toEqual(['pull-request']);
});

const repositories = fc.constantFrom(
  ...['acme/infra', 'acme/x-infra', 'xacme/infra', 'evil/app', 'evil/acme'],
  ...['acme@1/infra@2', 'acme@1/app@3', 'xacme@4/infra@5'],
);
const contexts = fc.constantFrom(
  ...['pull_request', 'ref:refs/heads/main', 'ref:refs/heads/acme/infra', 'ref:refs/tags/main'],
  ...['environment:production', 'environment:acme/infra', 'environment:main'],
);
const subjects = fc.tuple(repositories, contexts).map(([who, context]) => `repo:${who}:${context}`);
/** What to put in the place of letters of a subject: from where, how many, what. */
const gaps = fc.array(fc.tuple(fc.nat(60), fc.nat(24), fc.constantFrom<'*' | '?'>('*', '*', '?')), {
  minLength: 1,
  maxLength: 3,
});

test('a pattern that two subjects fit is never found sound', () => {
  fc.assert(
    fc.property(subjects, subjects, gaps, (one, other, where) => {
      const pattern = where.reduce((text, [from, length, mark]) => {
        const gone = text.slice(from, from + length);
        return `${text.slice(0, from)}${mark === '*' ? mark : '?'.repeat(gone.length)}${text.slice(from + length)}`;
      }, one);
      const shape = new RegExp(
        `^${pattern
          .replaceAll(/[.\\^$+()[\]{}|]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
      );
      fc.pre(one !== other && shape.test(one) && shape.test(other));
      expect(codesOf({}, { sub: pattern }), pattern).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});
