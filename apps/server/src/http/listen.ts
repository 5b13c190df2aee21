import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** Longer than proxies keep a connection (310 s: deploy/terraform/hub), so that none sends a call into one that we are closing. */
const keepAliveMs = 330_000;

export interface Listening {
  /** Address without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Takes no more calls, waits for those under way, then cuts what is left after `graceMs`. */
  close(graceMs?: number): Promise<void>;
}

/** Serves a fetch handler over HTTP. Errors: those of `listen`, such as a port that is taken. */
export async function listen(
  app: { readonly fetch: (request: Request, ...more: never[]) => Response | Promise<Response> },
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch as never }) as Server;
  server.keepAliveTimeout = keepAliveMs;
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}`,
    port: taken,
    async close(graceMs = 5000) {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}
