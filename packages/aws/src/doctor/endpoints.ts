import { connect } from 'node:net';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { EndpointSight } from '@sekisho/core/cloud';
import { createClients } from '../clients.ts';
import type { Connection } from '../connection.ts';

/** Long enough for a lost packet, short enough for a whole examination. */
const connectMs = 3000;

/** What a client of the SDK knows of where its calls go. */
interface Resolving {
  readonly config: {
    readonly region: () => Promise<string>;
    readonly useFipsEndpoint: () => Promise<boolean>;
    readonly useDualstackEndpoint: () => Promise<boolean>;
    /** What the environment or the profile names instead: `AWS_ENDPOINT_URL`, `endpoint_url`. */
    readonly serviceConfiguredEndpoint?: () => Promise<string | undefined>;
    endpointProvider(parameters: object): { readonly url: URL };
  };
}

interface Address {
  readonly url: URL;
  readonly needed: boolean;
  readonly redirected: boolean;
}

/**
 * Where the adapter's calls of a region go: an address given for all, or what the SDK makes out of its own
 * settings (FIPS, dual stack, addresses of the environment and the profile) for each client that is used.
 * Errors: the SDK's, for settings that exclude each other.
 */
export async function addressesOf(
  region: string,
  endpoint: string | undefined,
): Promise<readonly Address[]> {
  if (endpoint !== undefined) return [{ url: new URL(endpoint), needed: true, redirected: false }];
  const clients = createClients({
    ...{ region, endpoint, credentials: undefined, requestTimeoutMs: connectMs },
  });
  const logs = new CloudWatchLogsClient({ region });
  const { sts, ec2, ssm, scheduler, iam } = clients;
  try {
    const needed = [sts, ec2.read, ssm.read, scheduler.read] as readonly Resolving[];
    // Roles of CI jobs and recordings are read by these, and part of what the doctor looks at.
    const besides = [iam.read, logs] as readonly Resolving[];
    return await Promise.all([
      ...needed.map((client) => addressOf(client, true)),
      ...besides.map((client) => addressOf(client, false)),
    ]);
  } finally {
    logs.destroy();
    clients.close();
  }
}

async function addressOf({ config }: Resolving, needed: boolean): Promise<Address> {
  const own = await config.serviceConfiguredEndpoint?.();
  const { url } = config.endpointProvider({
    Region: await config.region(),
    UseFIPS: await config.useFipsEndpoint(),
    UseDualStack: await config.useDualstackEndpoint(),
    ...(own === undefined ? {} : { Endpoint: own }),
  });
  return { url, needed, redirected: own !== undefined };
}

/** Whether each address takes a connection; nothing is sent over it. */
export async function endpoints(
  { scope, signal }: Pick<Connection, 'scope' | 'signal'>,
  endpoint: string | undefined,
): Promise<readonly EndpointSight[]> {
  const addresses = await addressesOf(scope.region, endpoint);
  return Promise.all(
    addresses.map(async ({ url, ...rest }) => ({
      ...rest,
      host: url.host,
      reached: await isReached(url, signal),
    })),
  );
}

function isReached({ hostname, port, protocol }: URL, signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    const to = Number(port) || (protocol === 'http:' ? 80 : 443);
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: to, signal });
    const end = (reached: boolean) => {
      done(reached);
      socket.destroy();
    };
    socket.setTimeout(connectMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
