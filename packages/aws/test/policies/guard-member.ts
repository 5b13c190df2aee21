import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { practiceIdentityCenter } from '@sekisho/practice/aws';
import { exampleGuard } from '../../src/policies/example.ts';
import { guardPolicy } from '../../src/policies/index.ts';

/** Puts the guard over one account of practice, for an installation named `contract`. */
export async function guardMember(endpoint: string, account: string): Promise<void> {
  const { managementAccount, region } = practiceIdentityCenter;
  const credentials = { accessKeyId: managementAccount, secretAccessKey: 'practice' };
  const client = new OrganizationsClient({ endpoint, region, credentials });
  const { roles } = exampleGuard;
  const guard = guardPolicy({
    ...exampleGuard,
    installation: 'contract',
    roles: { ...roles, sekisho: 'sekisho-member' },
  });
  const Type = 'SERVICE_CONTROL_POLICY';
  const made = await client.send(
    new CreatePolicyCommand({
      ...{ Content: JSON.stringify(guard), Description: 'The guard', Name: 'guard', Type },
    }),
  );
  const PolicyId = made.Policy?.PolicySummary?.Id;
  await client.send(new AttachPolicyCommand({ PolicyId, TargetId: account }));
  client.destroy();
}
