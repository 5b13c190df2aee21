import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { contract, verbNames } from '@sekisho/contract';
import type { Context } from '@sekisho/core';
import type { Caller } from '../caller.ts';
import { callTool } from './call-tool.ts';
import type { McpDoorOptions } from './options.ts';
import { tools } from './tools.ts';

/** What the largest question takes; no agent has a plan to send. */
const largestBody = Math.max(
  ...verbNames
    .filter((name) => contract[name].effect === 'read')
    .map((name) => contract[name].largestCall),
);

/** Answers an agent's request. One server for one request: nothing is kept between them, so any replica can answer the next. */
export async function serveTools(
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
