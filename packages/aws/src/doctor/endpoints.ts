import { connect } from 'node:net';
import type { EndpointSight } from '@sekisho/core/cloud';
import type { Connection } from '../connection.ts';

/** Long enough for a lost packet, short enough for a whole examination. */
const connectMs = 3000;

/** Where the adapter's calls of a region go: an address given for all, or AWS's own. */
export function addressesOf(region: string, endpoint: string | undefined): readonly URL[] {
  if (endpoint !== undefined) return [new URL(endpoint)];
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const regional = ['sts', 'ec2', 'ssm', 'scheduler'];
  return regional.map((service) => new URL(`https://${service}.${region}.${domain}`));
}

/** Whether each address takes a connection; nothing is sent over it. */
export async function endpoints(
  { scope, signal }: Pick<Connection, 'scope' | 'signal'>,
  endpoint: string | undefined,
): Promise<readonly EndpointSight[]> {
  return Promise.all(
    addressesOf(scope.region, endpoint).map(async (address) => ({
      host: address.host,
      reached: await isReached(address, signal),
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
