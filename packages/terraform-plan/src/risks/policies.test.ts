import { describe, expect, it } from 'vitest';
import { found, policy, risksOf } from '../../test/plan.ts';

const narrow = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' };
const deny = { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' };
const widenedBy = (type: string, attribute: string, before: string | null, after: string) =>
  risksOf({
    type,
    before: before === null ? null : { [attribute]: before },
    after: { [attribute]: after },
  });
const identity = (before: string | null, after: string) =>
  widenedBy('aws_iam_policy', 'policy', before, after);

describe('a policy of an identity', () => {
  it('is told when it comes to allow everything', () => {
    const all = policy({ Effect: 'Allow', Action: '*', Resource: '*' });
    const told = ['danger policy-any-action', 'warning policy-any-resource'];
    expect(identity(policy(narrow), all)).toEqual(told);
    expect(identity(null, all)).toEqual(told);
    expect(identity(all, all)).toEqual([]);
  });

  it('is not told when it stays narrow, or only reads', () => {
    expect(identity(null, policy(narrow))).toEqual([]);
    const lists = { Effect: 'Allow', Action: ['ec2:Describe*', 's3:List*'], Resource: '*' };
    expect(identity(null, policy(lists))).toEqual([]);
  });

  it('is told when it passes roles, also by a wildcard', () => {
    for (const Action of ['iam:PassRole', 'iam:Pass*', 'IAM:passrole']) {
      const pass = policy({ Effect: 'Allow', Action, Resource: 'arn:aws:iam::1:role/a' });
      expect(identity(null, pass)).toEqual(['warning policy-escalation']);
    }
  });

  it('is told when it loses a Deny or a condition', () => {
    expect(identity(policy(narrow, deny), policy(narrow))).toEqual(['danger policy-deny-removed']);
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    expect(identity(policy({ ...narrow, Condition }), policy(narrow))).toEqual([
      'danger policy-condition-removed',
    ]);
    expect(identity(policy(narrow), policy({ ...narrow, Condition }))).toEqual([]);
  });

  it('is told when it names what it leaves out, and when that becomes another', () => {
    const not = { Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:aws:s3:::a' };
    expect(identity(null, policy(not))).toEqual(['danger policy-inverted']);
    expect(identity(policy(not), policy(not))).toEqual([]);
    expect(identity(policy(not), policy({ ...not, NotAction: 'ec2:*' }))).toEqual([
      'danger policy-inverted',
    ]);
  });

  it('is told when it loses a condition in a statement that is written anew besides', () => {
    const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::1:role/a' };
    const Condition = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } };
    const more = { ...pass, Action: ['iam:PassRole', 'iam:GetRole'] };
    expect(identity(policy({ ...pass, Condition }), policy(more))).toEqual([
      'danger policy-condition-removed',
    ]);
    expect(identity(policy(pass), policy({ ...more, Condition }))).toEqual([]);
  });
});

describe('a policy of an organization', () => {
  it('is told when it forbids no more', () => {
    const all = { Action: '*', Resource: '*' };
    const type = 'aws_organizations_policy';
    const [before, after] = ['Deny', 'Allow'].map((Effect) => policy({ Effect, ...all }));
    expect(widenedBy(type, 'content', before ?? '', after ?? '')).toEqual([
      ...['danger policy-any-action', 'danger policy-deny-removed', 'warning policy-any-resource'],
    ]);
    expect(widenedBy(type, 'content', after ?? '', before ?? '')).toEqual([]);
  });

  it('is not told as a grant where it is new: it only bounds what others grant', () => {
    const type = 'aws_organizations_policy';
    const all = { Effect: 'Allow', Action: '*', Resource: '*' };
    expect(widenedBy(type, 'content', null, policy(all, deny))).toEqual([]);
  });

  it('is not read for statements where it is on something else than access', () => {
    const tags = (value: string) => JSON.stringify({ tags: { team: { tag_key: value } } });
    const changed = (kind: string) =>
      risksOf({
        type: 'aws_organizations_policy',
        before: { type: kind, content: tags('a') },
        after: { type: kind, content: tags('b') },
      });
    expect(changed('TAG_POLICY')).toEqual([]);
    expect(changed('BACKUP_POLICY')).toEqual([]);
    expect(changed('RESOURCE_CONTROL_POLICY')).toEqual(['warning hidden-value']);
  });
});

describe('a policy of a resource, and a role’s trust', () => {
  it('is told when a trust loses a condition and gains an action at once', () => {
    const trust = {
      ...{ Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity' },
      Principal: { Federated: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com' },
      Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:x' } },
    };
    const { Condition: _, ...free } = trust;
    const wider = { ...free, Action: [free.Action, 'sts:TagSession'] };
    expect(widenedBy('aws_iam_role', 'assume_role_policy', policy(trust), policy(wider))).toEqual([
      'danger policy-condition-removed',
    ]);
  });

  it('is told when anybody may come', () => {
    const open = { ...narrow, Principal: { AWS: '*' } };
    expect(widenedBy('aws_s3_bucket_policy', 'policy', null, policy(open))).toEqual([
      'danger policy-any-principal',
    ]);
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    const bounded = policy({ ...open, Principal: '*', Condition });
    expect(widenedBy('aws_s3_bucket_policy', 'policy', null, bounded)).toEqual([
      'warning policy-any-principal',
    ]);
  });

  it('names whom a resource newly lets in, and nobody whom it knew', () => {
    const by = (...AWS: string[]) => policy({ ...narrow, Principal: { AWS } });
    const [mine, other] = ['arn:aws:iam::111122223333:root', 'arn:aws:iam::999900001111:root'];
    const changed = (before: string | null, after: string) =>
      widenedBy('aws_s3_bucket_policy', 'policy', before, after);
    expect(changed(by(mine), by(mine, other))).toEqual(['warning policy-principal-added']);
    expect(changed(by(mine, other), by(mine))).toEqual([]);
    const service = policy({ ...narrow, Principal: { Service: 'cloudtrail.amazonaws.com' } });
    expect(changed(null, service)).toEqual([]);
  });

  it('names who may newly assume a role', () => {
    const trust = (...AWS: string[]) =>
      policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS } });
    const mine = 'arn:aws:iam::111122223333:role/ci';
    const [first, ...rest] = found({
      type: 'aws_iam_role',
      before: { assume_role_policy: trust(mine) },
      after: { assume_role_policy: trust(mine, 'arn:aws:iam::999900001111:root') },
    });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      code: 'trust-widened',
      severity: 'danger',
      facts: { what: 'AWS:arn:aws:iam::999900001111:root' },
    });
  });
});

describe('a policy that cannot be seen', () => {
  it('is told as unknown, sensitive, or no policy at all', () => {
    const type = 'aws_iam_role_policy';
    expect(risksOf({ type, after: { name: 'a' }, unknown: { policy: true } })).toEqual([
      'warning unknown-value',
    ]);
    expect(
      risksOf({ type, after: { policy: policy(narrow) }, afterSensitive: { policy: true } }),
    ).toEqual(['warning hidden-value']);
    expect(risksOf({ type, after: { policy: '{"Statement": [1]}' } })).toEqual([
      'warning hidden-value',
    ]);
  });

  it('hides none that stands beside it', () => {
    const type = 'aws_iam_role';
    const all = { policy: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) };
    const told = ['danger policy-any-action', 'warning policy-any-resource'];
    const computed = {
      after: { inline_policy: [all, {}] },
      unknown: { inline_policy: [{}, { policy: true }] },
    };
    expect(risksOf({ type, ...computed })).toEqual([...told, 'warning unknown-value']);
    const after = { inline_policy: [all, { policy: policy(narrow) }] };
    const afterSensitive = { inline_policy: [{}, { policy: true }] };
    expect(risksOf({ type, after, afterSensitive })).toEqual([...told, 'warning hidden-value']);
  });

  it('is told when it is sensitive and changes, and not while it stays', () => {
    const type = 'aws_iam_role_policy';
    const before = { policy: policy(narrow), name: 'a' };
    const afterSensitive = { policy: true };
    const after = { ...before, policy: policy(deny) };
    expect(risksOf({ type, before, after, afterSensitive })).toEqual(['warning hidden-value']);
    const same = { ...before, name: 'b' };
    expect(risksOf({ type, before, after: same, afterSensitive })).toEqual([]);
  });
});

describe('what identities are given', () => {
  it('tells administrators, lost boundaries and new ways in', () => {
    const admin = { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
    expect(risksOf({ type: 'aws_iam_role_policy_attachment', after: admin })).toEqual([
      'danger admin-attached',
    ]);
    const before = { permissions_boundary: 'arn:aws:iam::1:policy/b' };
    expect(risksOf({ type: 'aws_iam_role', before, after: {} })).toEqual([
      'danger boundary-removed',
    ]);
    expect(risksOf({ type: 'aws_iam_openid_connect_provider', after: { url: 'x' } })).toEqual([
      'danger identity-provider',
    ]);
    expect(risksOf({ type: 'aws_iam_access_key', after: { user: 'x' } })).toEqual([
      'warning standing-key',
    ]);
  });

  it('tells a bucket that opens', () => {
    const type = 'aws_s3_bucket_public_access_block';
    const closed = { block_public_acls: true, block_public_policy: true };
    const after = { ...closed, block_public_acls: false };
    expect(risksOf({ type, before: closed, after })).toEqual(['danger public-bucket']);
    expect(risksOf({ type: 'aws_s3_bucket_acl', after: { acl: 'public-read' } })).toEqual([
      'danger public-bucket',
    ]);
  });
});
