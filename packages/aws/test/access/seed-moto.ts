import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateGroupCommand,
  CreateUserCommand,
  IdentitystoreClient,
  type IdentitystoreClientConfig,
} from '@aws-sdk/client-identitystore';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import {
  CreatePermissionSetCommand,
  ListInstancesCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import type { AccessFacts } from './harness.ts';

type Options = Pick<IdentitystoreClientConfig, 'endpoint' | 'region' | 'credentials'> & {
  readonly endpoint: string;
};

/** Makes in moto what the suite asks for. */
export async function seedMoto(options: Options, management: string): Promise<AccessFacts> {
  const sso = new SSOAdminClient(options);
  const { Instances } = await sso.send(new ListInstancesCommand({}));
  const [instance] = Instances ?? [];
  const Name = 'ReadOnly';
  const set = { InstanceArn: instance?.InstanceArn, Name, SessionDuration: 'PT1H30M' };
  await sso.send(new CreatePermissionSetCommand(set));
  await seedPeople(options, instance?.IdentityStoreId ?? '');
  const organizations = new OrganizationsClient(options);
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const account = { AccountName: 'staging', Email: 'staging@example.com' };
  const { CreateAccountStatus } = await organizations.send(new CreateAccountCommand(account));
  for (const client of [sso, organizations]) client.destroy();
  return {
    ...{ account: CreateAccountStatus?.AccountId ?? '', management },
    permissionSet: { name: Name, sessionSeconds: 5400 },
    ...{ email: 'emi.tanaka@example.com', userName: 'emi.tanaka', disabled: '', group: 'sre' },
    unusedRole: await seedRole(options),
  };
}

async function seedRole(options: Options): Promise<string> {
  const iam = new IAMClient(options);
  const RoleName = 'forgotten';
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  iam.destroy();
  return RoleName;
}

async function seedPeople(options: Options, IdentityStoreId: string): Promise<void> {
  const store = new IdentitystoreClient(options);
  await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: 'sre' }));
  await store.send(
    new CreateUserCommand({
      IdentityStoreId,
      UserName: 'emi.tanaka',
      DisplayName: 'Emi Tanaka',
      Name: { GivenName: 'Emi', FamilyName: 'Tanaka' },
      Emails: [{ Value: 'emi.tanaka@example.com', Type: 'work', Primary: true }],
    }),
  );
  store.destroy();
}
