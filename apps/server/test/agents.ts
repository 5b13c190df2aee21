import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../test/support/world.ts';
import { listen } from '../src/http/index.ts';
import { createMcpDoor } from '../src/mcp/index.ts';
import { createMetrics } from '../src/metrics.ts';
import { createSignInLimit } from '../src/sign-in-limit.ts';

// The door loads it for its first agent; no test waits for that here.
import '../src/mcp/serve-tools.ts';

/** The door for agents on a world of its own, and clients that come to it. */
export interface Agents {
  readonly world: TestWorld;
  readonly url: string;
  newToken(scopes: string[], agent?: boolean): Promise<string>;
  connect(token: string): Promise<Client>;
  close(): Promise<void>;
}

export async function openAgentsDoor(): Promise<Agents> {
  const world = await createWorld({ database: await openTestDatabase() });
  const nothing = () => undefined;
  const door = createMcpDoor({
    core: world.core,
    logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    newRequestId: () => 'request-1',
    metrics: createMetrics(),
    signInLimit: createSignInLimit({ clock: world.clock }),
  });
  const listening = await listen({ fetch: door as never }, { host: '127.0.0.1', port: 0 });
  const url = `${listening.url}/mcp`;
  return {
    world,
    url,
    async newToken(scopes, agent = true) {
      const input = { name: 'test', scopes, expires: '1h', agent };
      return (await world.core.call('token.create', contextOf('engineer'), input)).token;
    },
    async connect(token) {
      const client = new Client({ name: 'test', version: '1' });
      const transport = new StreamableHTTPClientTransport(new URL(url), {
        requestInit: { headers: { authorization: `Bearer ${token}` } },
      });
      await client.connect(transport as Parameters<typeof client.connect>[0]);
      return client;
    },
    async close() {
      await listening.close(1000);
      await world.database.close();
    },
  };
}

/** What a tool answered in words. */
export function textOf(result: Awaited<ReturnType<Client['callTool']>>): string {
  return ((result.content as { text: string }[])[0] ?? { text: '' }).text;
}
