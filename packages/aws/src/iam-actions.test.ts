import { expect, it } from 'vitest';
import { iamActions } from './iam-actions.ts';

it('names what is called, and what AWS asks for besides', async () => {
  const { opsServers, access, accessRemoval, liveSessions, ci, sources } = await iamActions();
  expect(opsServers).toEqual(expect.arrayContaining(['ec2:RunInstances', 'iam:PassRole']));
  expect(access).toEqual(expect.arrayContaining(['sso:ListInstances', 'iam:PassRole']));
  expect(accessRemoval).toContain('sso:DeleteAccountAssignment');
  const marked = ['organizations:AttachPolicy', 'organizations:TagResource'];
  expect(liveSessions).toEqual(expect.arrayContaining(marked));
  expect(ci).toEqual(expect.arrayContaining(['iam:PutRolePolicy', 'sts:TagSession']));
  expect(sources).toEqual(expect.arrayContaining(['s3:GetObject', 'glue:GetTable']));
});
