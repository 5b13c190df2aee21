import { expect, it } from 'vitest';
import { iamActions } from './iam-actions.ts';

it('names what is called, and what AWS asks for besides', async () => {
  const { opsServers, sources } = await iamActions();
  expect(opsServers).toEqual(expect.arrayContaining(['ec2:RunInstances', 'iam:PassRole']));
  expect(sources).toEqual(expect.arrayContaining(['s3:GetObject', 'glue:GetTable']));
});
