import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SSMClient } from '@aws-sdk/client-ssm';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Fixed keys or a provider of them; none means the SDK's own chain. */
export type AwsCredentials = NonNullable<STSClientConfig['credentials']>;

export interface ClientSettings {
  readonly endpoint: string | undefined;
  readonly credentials: AwsCredentials | undefined;
  readonly region: string;
  readonly requestTimeoutMs: number;
}

/**
 * One client per service, or two: reads may be tried once more by the SDK, changes never are,
 * because the engine must see every outcome and look at its fence before it repeats one.
 */
export interface Clients {
  readonly ec2: { readonly read: EC2Client; readonly change: EC2Client };
  readonly iam: { readonly read: IAMClient; readonly change: IAMClient };
  readonly ssm: { readonly read: SSMClient; readonly change: SSMClient };
  readonly scheduler: { readonly read: SchedulerClient; readonly change: SchedulerClient };
  readonly ssoAdmin: { readonly read: SSOAdminClient; readonly change: SSOAdminClient };
  readonly identityStore: {
    readonly read: IdentitystoreClient;
    readonly change: IdentitystoreClient;
  };
  readonly organizations: {
    readonly read: OrganizationsClient;
    readonly change: OrganizationsClient;
  };
  readonly serviceQuotas: ServiceQuotasClient;
  readonly sts: STSClient;
  close(): void;
}

const READ_ATTEMPTS = 2;

/** Makes the clients of one account role and region; they share one pool of connections. */
export function createClients(settings: ClientSettings): Clients {
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: settings.requestTimeoutMs,
    requestTimeout: settings.requestTimeoutMs,
    socketTimeout: settings.requestTimeoutMs,
    throwOnRequestTimeout: true,
  });
  const base = { region: settings.region, requestHandler, ...optional(settings) };
  const read = { ...base, maxAttempts: READ_ATTEMPTS };
  const change = { ...base, maxAttempts: 1 };
  return {
    ec2: { read: new EC2Client(read), change: new EC2Client(change) },
    iam: { read: new IAMClient(read), change: new IAMClient(change) },
    ssm: { read: new SSMClient(read), change: new SSMClient(change) },
    scheduler: { read: new SchedulerClient(read), change: new SchedulerClient(change) },
    ssoAdmin: { read: new SSOAdminClient(read), change: new SSOAdminClient(change) },
    identityStore: { read: new IdentitystoreClient(read), change: new IdentitystoreClient(change) },
    organizations: { read: new OrganizationsClient(read), change: new OrganizationsClient(change) },
    serviceQuotas: new ServiceQuotasClient(read),
    sts: new STSClient(read),
    close: () => requestHandler.destroy(),
  };
}

function optional({ endpoint, credentials }: ClientSettings) {
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}
