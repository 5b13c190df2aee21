import { describe, expect, it } from 'vitest';
import { found, risksOf } from '../../test/plan.ts';

const [mine, other] = ['111122223333', '999900001111'];
const role = (account: string) => `arn:aws:iam::${account}:role/reader`;
const key = `arn:aws:kms:ap-northeast-1:${mine}:key/1`;
const share = `arn:aws:ram:ap-northeast-1:${mine}:resource-share/1`;
const organization = `arn:aws:organizations::${mine}:organization/o-1`;
const assignment = {
  ...{ instance_arn: 'arn:aws:sso:::instance/i', principal_id: 'p-1', principal_type: 'USER' },
  ...{ permission_set_arn: 'arn:aws:sso:::permissionSet/i/ps-1', target_id: mine },
};
const association = {
  ...{ cluster_name: 'main', principal_arn: role(mine), access_scope: [{ type: 'cluster' }] },
};
const eksPolicy = (name: string) => ({
  ...association,
  policy_arn: `arn:aws:eks::aws:cluster-access-policy/${name}`,
});

describe('somebody who gets access', () => {
  it.each<[string, string, object]>([
    ['access-given', 'aws_ssoadmin_account_assignment', assignment],
    [
      'access-given',
      'aws_ssoadmin_customer_managed_policy_attachment',
      { permission_set_arn: 'ps', customer_managed_policy_reference: [{ name: 'admins' }] },
    ],
    ['access-given', 'aws_identitystore_group_membership', { member_id: 'm', group_id: 'g' }],
    ['access-given', 'aws_iam_user_group_membership', { user: 'taro', groups: ['all'] }],
    ['access-given', 'aws_iam_group_membership', { group: 'admins', users: ['taro'] }],
    ['policy-principal-added', 'aws_eks_access_entry', association],
    [
      'policy-principal-added',
      'aws_eks_access_policy_association',
      eksPolicy('AmazonEKSViewPolicy'),
    ],
    ['policy-principal-added', 'aws_kms_grant', { grantee_principal: role(mine), key_id: key }],
    ['policy-principal-added', 'aws_kms_grant', { grantee_principal: role(other), key_id: '1' }],
    ['policy-principal-added', 'aws_lambda_permission', { principal: other, function_name: 'f' }],
    ['publicly-accessible', 'aws_ram_resource_share', { allow_external_principals: true }],
  ])('is a warning %s of %s', (code, type, after) => {
    expect(risksOf({ type, after: { ...after } })).toEqual([`warning ${code}`]);
    expect(risksOf({ type, before: { ...after }, after: { ...after, tags: {} } })).toEqual([]);
    expect(risksOf({ type, before: { ...after } })).not.toContain(`warning ${code}`);
  });

  it.each<[string, string, object]>([
    ['a grant', 'aws_kms_grant', { grantee_principal: role(other), key_id: key }],
    ['a share', 'aws_ram_principal_association', { principal: other, resource_share_arn: share }],
    ['a new share', 'aws_ram_principal_association', { principal: other }],
    ['a whole organization’s share', 'aws_ram_principal_association', { principal: organization }],
    ['an image', 'aws_ami_launch_permission', { image_id: 'ami-1', account_id: other }],
    ['a snapshot', 'aws_snapshot_create_volume_permission', { account_id: other }],
    [
      'a function',
      'aws_lambda_permission',
      { principal: role(other), function_name: `arn:aws:lambda:us-east-1:${mine}:function:f` },
    ],
  ])('is a danger where %s goes to another account', (_, type, after) => {
    expect(risksOf({ type, after: { ...after } })).toEqual(['danger policy-principal-added']);
  });

  it.each<[string, object]>([
    ['aws_ami_launch_permission', { image_id: 'ami-1', group: 'all' }],
    ['aws_lambda_permission', { principal: '*', function_name: 'f' }],
  ])('is a danger where it is anybody: %s', (type, after) => {
    expect(risksOf({ type, after: { ...after } })).toEqual(['danger policy-any-principal']);
  });

  it.each(['AmazonEKSClusterAdminPolicy', 'AmazonEKSAdminPolicy'])(
    'is a danger where it is %s',
    (name) => {
      const type = 'aws_eks_access_policy_association';
      expect(risksOf({ type, after: eksPolicy(name) })[0]).toBe('danger admin-attached');
    },
  );

  it('is named with what they get', () => {
    const type = 'aws_ssoadmin_account_assignment';
    const what = `p-1 · arn:aws:sso:::permissionSet/i/ps-1 · ${mine}`;
    expect(found({ type, after: assignment })[0]?.facts).toEqual({ what });
    const groups = { user: 'taro', groups: ['dev', 'admins'] };
    const before = { user: 'taro', groups: ['dev'] };
    const joined = found({ type: 'aws_iam_user_group_membership', before, after: groups });
    expect(joined.map(({ facts }) => facts['what'])).toEqual(['admins · taro']);
  });

  it('is told when groups in a cluster, a grant’s operations or its key become others', () => {
    const entry = { ...association, kubernetes_groups: ['view'] };
    const more = { ...entry, kubernetes_groups: ['view', 'ops'] };
    const told = ['warning policy-principal-added'];
    expect(risksOf({ type: 'aws_eks_access_entry', before: entry, after: more })).toEqual(told);
    const before = { grantee_principal: role(mine), operations: ['Encrypt'], key_id: key };
    const type = 'aws_kms_grant';
    const actions = ['delete', 'create'];
    const after = { ...before, operations: ['Decrypt'] };
    expect(risksOf({ type, actions, before, after })).toContain(told[0]);
    expect(risksOf({ type, actions, before, after: { ...before, key_id: `${key}2` } })).toContain(
      told[0],
    );
  });

  it('is not told where it is a service of AWS, or where nobody from outside may come', () => {
    const principal = 'apigateway.amazonaws.com';
    expect(risksOf({ type: 'aws_lambda_permission', after: { principal } })).toEqual([]);
    const after = { allow_external_principals: false };
    expect(risksOf({ type: 'aws_ram_resource_share', after })).toEqual([]);
  });
});

describe('access that cannot be seen', () => {
  it.each([
    ['aws_ssoadmin_account_assignment', 'principal_id'],
    ['aws_ssoadmin_account_assignment', 'permission_set_arn'],
    ['aws_identitystore_group_membership', 'group_id'],
    ['aws_iam_user_group_membership', 'groups'],
    ['aws_iam_group_membership', 'users'],
    ['aws_eks_access_entry', 'principal_arn'],
    ['aws_kms_grant', 'grantee_principal'],
    ['aws_ram_principal_association', 'principal'],
    ['aws_ram_resource_share', 'allow_external_principals'],
    ['aws_ami_launch_permission', 'group'],
    ['aws_snapshot_create_volume_permission', 'account_id'],
    ['aws_lambda_permission', 'principal'],
  ])('is told as unknown, or sensitive: %s %s', (type, name) => {
    const unknown = { [name]: true };
    expect(risksOf({ type, after: { region: 'a' }, unknown })).toEqual(['warning unknown-value']);
    const after = { region: 'a', [name]: 'x' };
    expect(risksOf({ type, after, afterSensitive: unknown })).toEqual(['warning hidden-value']);
  });

  it('is told of groups in a cluster once somebody is in it', () => {
    const type = 'aws_eks_access_entry';
    const unknown = { kubernetes_groups: true };
    expect(risksOf({ type, after: association, unknown })).toEqual([
      'warning policy-principal-added',
    ]);
    expect(
      risksOf({
        type,
        before: { ...association, kubernetes_groups: [] },
        after: association,
        unknown,
      }),
    ).toEqual(['warning unknown-value']);
  });
});
