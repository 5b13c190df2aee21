import {
  CreateRoleCommand,
  DeleteRolePolicyCommand,
  type IAMClient,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';

/** Makes a role that the account and services may take, or makes one over: it has this policy alone. */
export async function makeRole(
  iam: IAMClient,
  account: string,
  { name: RoleName, policy }: { readonly name: string; readonly policy: object },
): Promise<void> {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: account, Service: ['ec2.amazonaws.com', 'scheduler.amazonaws.com'] },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
  };
  const trust = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const made = await iam
    .send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }))
    .catch((error: Error) => error);
  if (made instanceof Error) {
    if (!made.name.startsWith('EntityAlreadyExists')) throw made;
    await makeOver(iam, RoleName, trust);
  }
  const PolicyDocument = JSON.stringify(policy);
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'generated', PolicyDocument }));
}

async function makeOver(iam: IAMClient, RoleName: string, PolicyDocument: string): Promise<void> {
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  for (const PolicyName of PolicyNames)
    await iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
}
