import { DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import type { PolicyDocument } from '../../src/policies/index.ts';

/** Takes from practice's own role `sekisho` all that it may do, and gives it these policies instead. */
export async function narrowRole(
  endpoint: string,
  account: string,
  policies: Readonly<Record<string, PolicyDocument>>,
): Promise<void> {
  const credentials = { accessKeyId: account, secretAccessKey: 'practice' };
  const iam = new IAMClient({ endpoint, region: 'us-east-1', credentials });
  const RoleName = 'sekisho';
  for (const [PolicyName, policy] of Object.entries(policies)) {
    const PolicyDocument = JSON.stringify(policy);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }
  await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'everything' }));
  iam.destroy();
}
