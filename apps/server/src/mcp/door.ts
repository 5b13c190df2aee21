import type { HttpBindings } from '@hono/node-server';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { AppError, type Context } from '@sekisho/core';
import { bearerOf, type Caller, callerOfToken } from '../caller.ts';
import { readerOf } from '../reader.ts';
import { agentTokenNeeded, wrongMethod } from '../refusals.ts';
import { callTool } from './call-tool.ts';
import type { McpDoorOptions } from './options.ts';
import { problemOf } from './problem-of.ts';
import { tools } from './tools.ts';

/** Answers one request at `/mcp`; the peer's address, by which failed sign-ins are counted, is in the bindings. */
export type McpDoor = (request: Request, bindings?: Partial<HttpBindings>) => Promise<Response>;

const largestBody = 64 * 1024;

/**
 * Makes the door for agents: every verb but approvals as a tool, over MCP's streamable HTTP without sessions.
 * It takes agent tokens only. `Host` is the business of the server it is mounted on.
 */
export function createMcpDoor(options: McpDoorOptions): McpDoor {
  return async (request, bindings) => {
    const address = bindings?.incoming?.socket.remoteAddress ?? 'unknown';
    const requestId = options.newRequestId();
    const acceptLanguage = request.headers.get('accept-language');
    try {
      if (request.method !== 'POST') throw wrongMethod(request.method, 'POST');
      const caller = await agentOf(request, address, options);
      return await serve(request, caller, requestId, options);
    } catch (error) {
      return problemOf(error, readerOf(undefined, acceptLanguage), requestId, options.logger);
    }
  };
}

/** Errors: `not-signed-in`, `rate-limited`, `DoorRefusal` for a token that is not an agent's. */
async function agentOf(
  request: Request,
  address: string,
  { core, metrics, signInLimit }: McpDoorOptions,
): Promise<Caller> {
  const bearer = bearerOf(request.headers.get('authorization'));
  if (bearer === null) throw new AppError('not-signed-in', {});
  const caller = await signInLimit.attempt(address, bearer, () =>
    callerOfToken(core, bearer, request.headers.get('accept-language')),
  );
  if (caller === null) {
    metrics.countSignInFailure();
    throw new AppError('not-signed-in', {});
  }
  if (caller.principal.kind !== 'agent') throw agentTokenNeeded();
  return caller;
}

/** One server for one request: nothing is kept between them, so any replica can answer the next. */
async function serve(
  request: Request,
  { principal, scopes, reader }: Caller,
  requestId: string,
  options: McpDoorOptions,
): Promise<Response> {
  const context: Context = { principal, scopes, language: reader.language, requestId };
  const server = new Server(
    { name: 'sekisho', version: '1' },
    {
      capabilities: { tools: {} },
      instructions:
        'Sekisho lends ops servers for a while. Ask with ops_start; a person approves where that is needed.',
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    callTool(params, { context, reader, ...options }),
  );
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    maxRequestBodySize: largestBody,
  });
  // The SDK's types are not written for exactOptionalPropertyTypes.
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}
