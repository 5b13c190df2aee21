import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { practiceSeed } from '../../../../test/support/practice-seed.ts';
import { checkConfig, loadConfig } from '../index.ts';
import { fitsAnyRef } from './refs.ts';

type Changes = Readonly<Record<string, unknown>>;

const role = 'arn:aws:iam::111111111111:role/infra-apply';
const apply = {
  ...{ role, account: 'infra' },
  workflow: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
  refs: ['refs/heads/main'],
  environment: 'production',
};
const plan = { ...apply, role: `${role}-plan`, plan: 'none', events: ['pull_request', 'push'] };

function written(purposes: Changes, ci: Changes = {}, rest: Changes = {}): string {
  const repositories = { infra: { id: '123456', repository: 'acme/infra', purposes } };
  return stringify({
    ...(parseDocument(practiceSeed).toJS() as Changes),
    url: 'https://sekisho.example.com/',
    accounts: { infra: { id: '111111111111' } },
    memberships: { sre: { name: { en: 'SRE', ja: 'SRE' }, group: 'sre' } },
    ci: { repositories, ...ci },
    ...rest,
  });
}

const codesOf = (purposes: Changes, ci: Changes = {}, rest: Changes = {}) =>
  checkConfig(written(purposes, ci, rest), 'sekisho.yaml').problems.map(
    ({ code, path }) => `${code} ${path.replace('ci.repositories.infra.purposes.', '')}`,
  );

describe('ci of sekisho.yaml', () => {
  it('is in force with what it leaves unsaid', () => {
    const { ci } = loadConfig(written({ plan, apply }), 'sekisho.yaml');
    const purposes = ci?.repositories.get('123456')?.purposes;
    expect(ci?.audience).toBe('https://sekisho.example.com');
    expect(ci?.issuers).toEqual([
      {
        url: 'https://token.actions.githubusercontent.com',
        jwks: 'https://token.actions.githubusercontent.com/.well-known/jwks',
      },
    ]);
    expect(purposes?.['apply']).toMatchObject({
      ...{ sessionSeconds: 900, durationSeconds: 3600, maximumSeconds: 7200, drainSeconds: 0 },
      ...{ approach: 'broker', needsPlan: true, events: ['push', 'workflow_dispatch'] },
      account: { name: 'infra', id: '111111111111', production: false },
    });
    expect(purposes?.['plan']?.needsPlan).toBe(false);
  });

  it.each([
    [
      'a role that plans have and applies are lent',
      { plan: { ...plan, role }, apply },
      'ci-shared-role apply.role',
    ],
    [
      'a window on a role of others',
      { apply, open: { ...apply, approach: 'window' } },
      'ci-shared-role open.role',
    ],
    [
      'an account that nobody named',
      { apply: { ...apply, account: 'shop' } },
      'unknown-account apply.account',
    ],
    [
      'a role of another account',
      { apply: { ...apply, role: role.replace('111', '222') } },
      'role-of-other-account apply.role',
    ],
    [
      'a workflow without a ref',
      { apply: { ...apply, workflow: 'acme/infra/.github/workflows/apply.yml' } },
      'shape apply.workflow',
    ],
    [
      'a workflow of any ref',
      { apply: { ...apply, workflow: `${apply.workflow}/*` } },
      'shape apply.workflow',
    ],
    [
      'a pull request’s code with a strong role',
      { apply: { ...apply, events: ['pull_request_target'] } },
      'ci-forks apply.events[0]',
    ],
    [
      'credentials of two hours',
      { apply: { ...apply, session: '2h' } },
      'ci-session apply.session',
    ],
    ['credentials of a minute', { apply: { ...apply, session: '1m' } }, 'ci-session apply.session'],
    ['a lease of a day', { apply: { ...apply, maximum: '1d' } }, 'ci-too-long apply.maximum'],
    [
      'a drain longer than any credentials',
      { apply: { ...apply, drain: '2h' } },
      'ci-drain apply.drain',
    ],
    [
      'a lease longer than its maximum',
      { apply: { ...apply, duration: '3h' } },
      'default-over-maximum apply.duration',
    ],
  ])('does not take %s', (_, purposes, problem) => {
    expect(codesOf(purposes)).toEqual([problem]);
  });

  const lent = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' };
  const at = (condition: string, key: string) => ({
    Statement: [{ ...lent, Condition: { [condition]: { [key]: 'x' } } }],
  });
  it.each([
    [
      'a condition that is ours on what is lent',
      at('DateLessThan', 'AWS:CurrentTime'),
      'ci-policy-key apply.policy',
    ],
    [
      'a policy that AWS would not take',
      { Statement: Array.from({ length: 20 }, () => ({ ...lent, Sid: 'x'.repeat(100) })) },
      'ci-policy-too-long apply.policy',
    ],
    [
      'a policy that denies',
      { Statement: [{ ...lent, Effect: 'Deny' }] },
      'not-one-of apply.policy.Statement[0].Effect',
    ],
    [
      'a statement about an action and its opposite',
      { Statement: [{ ...lent, NotAction: 'iam:*' }] },
      'shape apply.policy.Statement[0]',
    ],
  ])('does not take %s', (_, policy, problem) => {
    expect(codesOf({ apply: { ...apply, policy } })).toEqual([problem]);
  });

  it('may be lent by statements that AWS takes with the conditions by which they end, and by no more', () => {
    const statements = (characters: number, count = 12) => {
      const Statement = Array.from({ length: count }, () => lent);
      const short = JSON.stringify({ Version: '2012-10-17', Statement }).length;
      const Action = `${lent.Action}${'x'.repeat(characters - short)}`;
      return { Statement: [{ ...lent, Action }, ...Statement.slice(1)] };
    };
    const codes = (policy: unknown, approach = 'broker') =>
      codesOf({ apply: { ...apply, policy, approach } });
    const tooLong = ['ci-policy-too-long apply.policy'];
    expect(codes(statements(2048 - 12 * 72))).toEqual([]);
    expect(codes(statements(2048 - 12 * 72 + 1))).toEqual(tooLong);
    expect(codes(statements(4600 - 12 * 215), 'window')).toEqual([]);
    expect(codes(statements(4600 - 12 * 215 + 1), 'window')).toEqual(tooLong);
  });

  it('may say what a role may do while it is lent', () => {
    const policy = at('StringEquals', 'aws:RequestedRegion');
    expect(codesOf({ apply: { ...apply, policy } })).toEqual([]);
    const { ci } = loadConfig(written({ apply: { ...apply, policy } }), 'sekisho.yaml');
    const purpose = ci?.repositories.get('123456')?.purposes['apply'];
    expect(purpose?.policy).toEqual({ Version: '2012-10-17', ...policy });
  });

  it('takes a pull request’s code with a strong role where that is written out', () => {
    expect(codesOf({ apply: { ...apply, events: ['pull_request'], forks: true } })).toEqual([]);
  });

  it('does not take keys that anybody on the way could change', () => {
    const issuers = [{ url: 'http://ghes.example.com/_services/token' }];
    expect(codesOf({ apply }, { issuers })).toEqual(['ci-insecure ci.issuers[0].url']);
    expect(codesOf({ apply }, { issuers: [{ url: 'http://127.0.0.1:9000' }] })).toEqual([]);
  });

  describe('with repositories of two GitHubs', () => {
    const ours = 'https://ghes.example.com/_services/token';
    const issuers = [{ url: 'https://token.actions.githubusercontent.com' }, { url: ours }];
    const of = (issuer?: string, urls: readonly object[] = issuers) => {
      const infra = { id: '123456', repository: 'acme/infra', purposes: { apply }, issuer };
      return { issuers: urls, repositories: { infra } };
    };

    it('needs to know of each whose it is, and says what to write', () => {
      const { problems } = checkConfig(written({}, of()), 'sekisho.yaml');
      expect(problems).toMatchObject([
        { code: 'ci-without-issuer', path: 'ci.repositories.infra' },
      ]);
      expect(problems[0]?.text.en.fix).toContain(`"issuer: ${ours}"`);
      expect(codesOf({}, of(ours))).toEqual([]);
      expect(codesOf({}, of(undefined, [{ url: ours }, { url: `${ours}/` }]))).toEqual([]);
    });

    it('does not take one whose tokens are not believed', () => {
      const told = ['unknown-issuer ci.repositories.infra.issuer'];
      expect(codesOf({}, of('https://evil.example'))).toEqual(told);
      expect(codesOf({}, of(ours, issuers.slice(0, 1)))).toEqual(told);
    });

    it('keeps each to its own', () => {
      const issuerOf = (ci: Changes) =>
        loadConfig(written({ apply }, ci), 'sekisho.yaml').ci?.repositories.get('123456')?.issuer;
      expect(issuerOf(of(`${ours}/`))).toBe(ours);
      expect(issuerOf({ issuers: [{ url: `${ours}/` }] })).toBe(ours);
      expect(issuerOf({})).toBe('https://token.actions.githubusercontent.com');
    });
  });

  it('is warned of when the job that plans could ask for what is lent to apply', () => {
    const warned = (purposes: Changes) =>
      checkConfig(written(purposes), 'sekisho.yaml').warnings.map(({ code, path }) => [code, path]);
    const anyJob = { ...apply, environment: undefined };
    expect(warned({ apply: anyJob, plan: { ...plan, environment: undefined } })).toEqual([
      ['ci-without-environment', 'ci.repositories.infra.purposes.apply'],
    ]);
    expect(codesOf({ apply: anyJob })).toEqual([]);
    expect(warned({ apply })).toEqual([]);
  });

  it('needs to know for whom tokens are made', () => {
    expect(codesOf({ apply }, {}, { url: undefined })).toEqual(['ci-without-url ci']);
  });

  it('is warned of when nothing says where jobs are approved', () => {
    const audience = 'https://sekisho.example.com';
    const warned = (rest: Changes) =>
      checkConfig(written({ apply }, { audience }, rest), 'sekisho.yaml').warnings;
    expect(warned({ url: undefined })).toMatchObject([{ code: 'ci-without-links', path: 'ci' }]);
    expect(warned({})).toEqual([]);
    expect(codesOf({ apply }, { audience }, { url: undefined })).toEqual([]);
  });
});

describe('a pattern of refs', () => {
  it.each([
    ['refs/heads/main', 'refs/heads/main', true],
    ['refs/heads/main', 'refs/heads/main2', false],
    ['refs/heads/main', 'xrefs/heads/main', false],
    ['refs/heads/v1.0', 'refs/heads/v1x0', false],
    ['refs/heads/release/*', 'refs/heads/release/1', true],
    ['refs/heads/release/*', 'refs/heads/release/1/evil', false],
    ['refs/heads/release/**', 'refs/heads/release/1/2', true],
    ['refs/heads/*', 'refs/heads/main\nrefs/heads/x', false],
    ['refs/heads/main', 'refs/heads/main\n', false],
  ])('%s and %j: %s', (pattern, ref, fits) => {
    expect(fitsAnyRef([pattern])(ref)).toBe(fits);
  });
});
