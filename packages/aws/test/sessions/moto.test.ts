import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { describe, it } from 'vitest';
import { createAwsSessionCloud } from '../../src/index.ts';
import { startMoto, whyNoMoto } from '../judges/moto-server.ts';
import type { SessionHarness } from './harness.ts';
import { describeSessionCloud } from './session-cloud.contract.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';
const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'x' };

const moto: SessionHarness = {
  name: 'moto',
  open: async () => {
    const server = await startMoto();
    const { endpoint } = server;
    const accounts = await seedOrganization(endpoint);
    const of = (installation: string) =>
      createAwsSessionCloud({ endpoint, credentials, installation });
    const [cloud, stranger] = [of('contract'), of('stranger')];
    return {
      ...{ cloud, stranger, accounts },
      scope: { environment: 'moto', account: ACCOUNT, region: REGION },
      close: async () => {
        for (const each of [cloud, stranger]) each.close();
        server.stop();
      },
    };
  },
};

/** Makes an organization of two accounts, whose root takes service control policies. */
async function seedOrganization(endpoint: string): Promise<[string, string]> {
  const client = new OrganizationsClient({ endpoint, region: REGION, credentials });
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const make = async (AccountName: string) => {
    const account = { AccountName, Email: `${AccountName}@example.com` };
    const made = await client.send(new CreateAccountCommand(account));
    return made.CreateAccountStatus?.AccountId ?? '';
  };
  const accounts: [string, string] = [await make('staging'), await make('production')];
  const { Roots } = await client.send(new ListRootsCommand({}));
  const PolicyType = 'SERVICE_CONTROL_POLICY';
  await client
    .send(new EnablePolicyTypeCommand({ RootId: Roots?.[0]?.Id, PolicyType }))
    // It takes them from the beginning, in some versions.
    .catch(() => undefined);
  client.destroy();
  return accounts;
}

const reason = whyNoMoto();
if (reason === null) describeSessionCloud(moto);
else {
  console.warn(`SKIPPED: SessionCloud on moto: ${reason}`);
  describe('SessionCloud on moto', () => it.skip(`is not judged here: ${reason}`));
}
